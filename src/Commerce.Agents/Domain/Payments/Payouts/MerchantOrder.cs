using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <summary>What payouts have to know of an order.</summary>
public sealed record MerchantOrder
{
    /// <summary>Gets the merchants who have a part in it.</summary>
    public IReadOnlyList<TenantId> Merchants { get; init; } = [];

    /// <summary>Gets when it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets the disputes that are open.</summary>
    public IReadOnlyList<GatewayDisputeId> Disputes { get; init; } = [];
}
