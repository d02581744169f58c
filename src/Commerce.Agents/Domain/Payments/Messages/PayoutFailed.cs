namespace Commerce.Agents.Domain.Payments;

/// <summary>A merchant's payout has failed: its money is available again and goes into the next run.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Period">The period, by the day of its run.</param>
/// <param name="Reason">Why, in the gateway's word.</param>
public sealed record PayoutFailed(TenantId Merchant, Money Amount, DateOnly Period, string Reason) : IMessage;
