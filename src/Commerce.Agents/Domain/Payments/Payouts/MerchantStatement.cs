using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What a merchant is owed, and what a payout was made of.</summary>
/// <param name="Balances">The balance in each currency.</param>
/// <param name="Payout">The payout with its lines, where one was asked for.</param>
/// <param name="Refusals">Every objection; empty when it was carried out.</param>
public sealed record MerchantStatement(IReadOnlyList<MerchantBalance> Balances, PayoutStatement? Payout, IReadOnlyList<Refusal> Refusals);
