namespace Commerce.Carriers;

/// <summary>What to close.</summary>
public sealed record ManifestRequest
{
    /// <summary>Gets the caller's name of this closing.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the parcels; empty where the carrier closes everything that waits.</summary>
    public IReadOnlyList<TrackingNumber> TrackingNumbers { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the day of hand-over; the day of the call when not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets vendor fields that have no place here, by the vendor's own names; each client documents which it reads.</summary>
    public IReadOnlyDictionary<string, string> VendorFields { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, string>();
}
