using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What the payout agent knows of a merchant; the money is in the books of the payout engine.</summary>
public sealed record MerchantAccount
{
    /// <summary>Gets the balances that were told last.</summary>
    public IReadOnlyList<MerchantBalance> Balances { get; init; } = [];

    /// <summary>Gets the reasons for holding money.</summary>
    public IReadOnlyList<HeldFunds> Held { get; init; } = [];

    /// <summary>Gets what was told of payouts.</summary>
    public IReadOnlyList<ToldPayout> Told { get; init; } = [];
}
