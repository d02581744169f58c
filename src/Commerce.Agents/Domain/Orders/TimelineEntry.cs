namespace Commerce.Agents.Domain.Orders;

/// <summary>Something that happened to an order.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The status after it.</param>
/// <param name="What">What happened, without personal data.</param>
public sealed record TimelineEntry(DateTimeOffset At, OrderStatus Status, string What);
