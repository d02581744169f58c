namespace Commerce.Agents.Storage;

/// <summary>A message that waits because it, or one before it, fails.</summary>
/// <param name="Envelope">The message.</param>
/// <param name="Attempts">How often it was tried: 0 when it only waits.</param>
/// <param name="DueAt">When it is tried again; <see langword="null"/> when it only waits, or waits for a person.</param>
/// <param name="Error">Why it failed last.</param>
public sealed record ParkedMessage(Envelope Envelope, int Attempts, DateTimeOffset? DueAt, string? Error);
