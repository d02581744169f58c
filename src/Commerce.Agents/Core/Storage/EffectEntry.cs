namespace Commerce.Agents.Storage;

/// <summary>What the journal knows of a call.</summary>
/// <param name="Outcome">What it gave; <see langword="null"/> when it was announced and nothing more is known.</param>
public sealed record EffectEntry(object? Outcome);
