using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What was told of a payout.</summary>
/// <param name="Name">The payout's name.</param>
/// <param name="State">Where it was when it was told.</param>
public sealed record ToldPayout(string Name, MerchantPayoutState State);
