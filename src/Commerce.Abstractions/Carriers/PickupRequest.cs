namespace Commerce.Carriers;

/// <summary>A collection to book.</summary>
public sealed record PickupRequest
{
    /// <summary>Gets the caller's name of this booking.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where to collect.</summary>
    public required Party From { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets from when the parcels are ready, local time.</summary>
    public required TimeOnly ReadyAt { get; init; }

    /// <summary>Gets until when somebody is there, local time; after <see cref="ReadyAt"/>.</summary>
    public required TimeOnly CloseAt { get; init; }

    /// <summary>Gets the parcels: 1 to 999.</summary>
    public required IReadOnlyList<Parcel> Parcels { get; init => field = Guard.NotEmpty(value, 999); }

    /// <summary>Gets the numbers of parcels that are bought already; some carriers (Colissimo) collect only those.</summary>
    public IReadOnlyList<TrackingNumber> TrackingNumbers { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets where the parcels go, which some carriers (UPS) ask for; the country of <see cref="From"/> when not given.</summary>
    public CountryCode? Destination { get; init; }

    /// <summary>Gets the service of the parcels, which some carriers ask for.</summary>
    public CarrierService? Service { get; init; }

    /// <summary>Gets a note for the driver; at most 57 characters.</summary>
    public string? Instructions { get; init => field = Guard.OptionalText(value, 57); }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
