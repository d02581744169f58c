namespace Commerce.Agents.Domain.Payments;

/// <summary>A merchant's payout is on its way to the bank: once for each payout.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Period">The period, by the day of its run.</param>
/// <param name="ArrivesAt">When it is expected there.</param>
public sealed record PayoutScheduled(TenantId Merchant, Money Amount, DateOnly Period, DateTimeOffset? ArrivesAt) : IMessage;
