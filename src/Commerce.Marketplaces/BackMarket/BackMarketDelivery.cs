namespace Commerce.Marketplaces.BackMarket;

/// <summary>A parcel for which Back Market made the label (BackShip).</summary>
public sealed record BackMarketDelivery
{
    /// <summary>Gets Back Market's number of the shipment.</summary>
    public required string ShipmentId { get; init; }

    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init; }

    /// <summary>Gets the lines in it.</summary>
    public required IReadOnlyList<MarketplaceOrderLineId> LineIds { get; init; }

    /// <summary>Gets the tracking number, to be told when the order is shipped.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Gets the tracking page.</summary>
    public Uri? TrackingUrl { get; init; }

    /// <summary>Gets the carrier.</summary>
    public string? CarrierName { get; init; }

    /// <summary>Gets the address of the label, as Back Market gives it: absolute, or a path on its host. Whoever has it can read it.</summary>
    public string? Label { get; init; }
}
