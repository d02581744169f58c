using Commerce.Payments.Commissions;

namespace Commerce.Payments.Payouts;

/// <summary>A captured sale that becomes a merchant's.</summary>
public sealed record SaleAccrual
{
    /// <summary>Gets the sale's name, the same when it is recorded again: 1 to 100 characters, such as the shipment's id.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the merchant.</summary>
    public required TenantId Merchant { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets what the buyer paid and what the platform keeps.</summary>
    public required CommissionStatement Statement { get; init; }

    /// <summary>Gets when it was delivered, if it is already; see <see cref="PayoutEngine.DeliveredAsync"/>.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets what was moved to the merchant's account at the gateway with the payment; nothing when not given.</summary>
    public Money? Transferred { get; init; }
}
