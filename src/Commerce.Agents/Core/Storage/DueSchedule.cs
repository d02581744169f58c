using Commerce.Agents.Transport;

namespace Commerce.Agents.Storage;

/// <summary>A schedule that is due.</summary>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="Envelope">The message; <see langword="null"/> for a recurring job, which makes its own.</param>
public readonly record struct DueSchedule(string? Name, DateTimeOffset DueAt, Envelope? Envelope);

/// <summary>What becomes of a schedule that is due.</summary>
/// <param name="Deliveries">The messages to send, committed together with the schedule's end.</param>
/// <param name="Next">When it is due again; <see langword="null"/> when it ends.</param>
public readonly record struct FiredSchedule(IReadOnlyList<Delivery> Deliveries, DateTimeOffset? Next);
