namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>A notification that is not repeated for a while.</summary>
/// <param name="Id">The notification.</param>
/// <param name="At">When it goes or went.</param>
public sealed record RecentNotification(Guid Id, DateTimeOffset At);
