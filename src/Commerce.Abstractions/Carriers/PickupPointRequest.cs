namespace Commerce.Carriers;

/// <summary>Where to look for pickup points.</summary>
public sealed record PickupPointRequest
{
    /// <summary>Gets the address to search around.</summary>
    public required Address Near { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the service that will deliver; some carriers list points by service.</summary>
    public CarrierService? Service { get; init; }

    /// <summary>Gets the weight of the parcel, which small shops refuse above a limit.</summary>
    public Weight? ParcelWeight { get; init; }

    /// <summary>Gets the day of hand-over; the day of the call when not given.</summary>
    public DateOnly? ShipDate { get; init; }

    /// <summary>Gets the greatest number of points: 1 to 50.</summary>
    /// <value>The default is 10.</value>
    public int MaxCount { get; init => field = Guard.InRange(value, 1, 50); } = 10;

    /// <summary>Gets the greatest distance in kilometres: 1 to 100.</summary>
    /// <value>The default is 20.</value>
    public int MaxDistanceKm { get; init => field = Guard.InRange(value, 1, 100); } = 20;

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
