using Commerce.Agents.Entities;
using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What a merchant is owed, as it is listed.</summary>
public sealed record MerchantFunds : IEntity
{
    /// <summary>Gets the key: the merchant's.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the balance in each currency, as it was told last.</summary>
    public IReadOnlyList<MerchantBalance> Balances { get; init; } = [];
}
