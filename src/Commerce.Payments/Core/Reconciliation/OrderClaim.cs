namespace Commerce.Payments.Reconciliation;

/// <summary>What the shop says of an order's money.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Captured">What the buyer paid, in all; zero for an unpaid order.</param>
/// <param name="Refunded">What the buyer got back, in all.</param>
/// <param name="At">When that was last changed.</param>
public sealed record OrderClaim(OrderId OrderId, Money Captured, Money Refunded, DateTimeOffset At);
