namespace Commerce.Agents.Domain.Payments;

/// <summary>A merchant's payout has arrived: once for each payout.</summary>
/// <param name="Merchant">The merchant.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Period">The period, by the day of its run.</param>
/// <param name="Lines">How many settlement lines it pays.</param>
public sealed record PayoutPaid(TenantId Merchant, Money Amount, DateOnly Period, int Lines) : IMessage;
