namespace Commerce.Payments.Payouts;

/// <summary>A payout with the lines that it pays; their sum is its amount.</summary>
/// <param name="Payout">The payout.</param>
/// <param name="Lines">The lines, oldest first.</param>
public sealed record PayoutStatement(MerchantPayout Payout, IReadOnlyList<SettlementLine> Lines);
