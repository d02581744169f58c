namespace Commerce.Agents.Domain.Orders;

/// <summary>A carrier stood at the door.</summary>
/// <param name="At">When.</param>
/// <param name="Result">What came of it.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, DeliveryResult Result);
