namespace Commerce.Marketplaces;

/// <summary>What was shipped of an order.</summary>
public sealed record ShipOrderRequest
{
    /// <summary>Gets the order.</summary>
    public required MarketplaceOrderId OrderId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the parcels: 1 to 50, each <see cref="MarketplaceParcel.Key"/> once.</summary>
    public required IReadOnlyList<MarketplaceParcel> Parcels
    {
        get;
        init => field = Guard.NotEmpty(value, 50).DistinctBy(static parcel => parcel.Key, StringComparer.Ordinal).Count() == value.Count
            ? value
            : throw new ArgumentException("Parcels have the same tracking number or none: give each a Reference of its own.", nameof(Parcels));
    }

    /// <summary>Gets when they were handed over; the time of the call when not given.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
