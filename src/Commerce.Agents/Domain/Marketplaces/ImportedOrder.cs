using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What is known of one marketplace order: the state of its agent.</summary>
public sealed record ImportedOrder
{
    /// <summary>Gets the fingerprint of what was seen last.</summary>
    public string Content { get; init; } = "";

    /// <summary>Gets where it is.</summary>
    public MarketplaceOrderStatus Status { get; init; }

    /// <summary>Gets our order; none before it was imported.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Gets the lines that we ship, hence decide.</summary>
    public IReadOnlyList<MarketplaceOrderLineId> Lines { get; init; } = [];

    /// <summary>Gets what our parcel holds, when the marketplace ships other lines of the order itself; empty for all of them.</summary>
    public IReadOnlyList<ParcelLine> Parts { get; init; } = [];

    /// <summary>Gets where it goes, once the marketplace tells.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Gets the marketplace's state.</summary>
    public MarketplaceOrderState? State { get; init; }

    /// <summary>Gets a value indicating whether stock is kept and the order was accepted.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Gets a value indicating whether our order was told that it may go.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Gets a value indicating whether the marketplace knows of the parcel.</summary>
    public bool IsShipped { get; init; }

    /// <summary>Gets a value indicating whether the cancellation is known on both sides, or was tried: it is not told again.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Gets the cancellation that the marketplace works on.</summary>
    public OrderCancelled? Cancellation { get; init; }

    /// <summary>Gets the order as it was seen last, while it is quarantined: it is imported from this.</summary>
    public MarketplaceOrder? Kept { get; init; }

    /// <summary>Gets why it is quarantined, each with the remedy.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Gets how the commission compares with the table.</summary>
    public CommissionCheck? Commission { get; init; }

    /// <summary>Gets what a person should know.</summary>
    public string? Note { get; init; }

    /// <summary>Gets when it was seen first.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}
