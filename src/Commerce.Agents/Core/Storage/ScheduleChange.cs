namespace Commerce.Agents.Storage;

/// <summary>A message to send later, or a name to take back.</summary>
/// <param name="Name">The unique name; <see langword="null"/> for a message that cannot be taken back.</param>
/// <param name="DueAt">When.</param>
/// <param name="Envelope">The message; <see langword="null"/> to take the name back.</param>
/// <param name="Shard">The shard whose owner sends it.</param>
public sealed record ScheduleChange(string? Name, DateTimeOffset DueAt, Envelope? Envelope, short Shard);
