namespace Commerce.Marketplaces;

/// <summary>What was shipped of an order.</summary>
public sealed record ShipOrderRequest
{
    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the parcels: 1 to 50.</summary>
    public required IReadOnlyList<MarketplaceParcel> Parcels { get; init => field = Guard.NotEmpty(value, 50); }

    /// <summary>Gets when they were handed over; the time of the call when not given.</summary>
    public DateTimeOffset? ShippedAt { get; init; }
}
