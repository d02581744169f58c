using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What is known of one marketplace order: the state of its agent.</summary>
public sealed record ImportedOrder
{
    /// <summary>Gets the fingerprint of what was seen last.</summary>
    public string Content { get; init; } = "";

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
}
