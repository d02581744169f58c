namespace Commerce.Carriers;

/// <summary>A shop or locker where parcels wait for their recipient.</summary>
public sealed record PickupPoint
{
    /// <summary>Gets the number to put into <see cref="PickupPointReference.Id"/>.</summary>
    public required string Id { get; init => field = Guard.Text(value, 40); }

    /// <summary>Gets the name of the shop.</summary>
    public required string Name { get; init => field = Guard.Text(value, 200); }

    /// <summary>Gets where it is.</summary>
    public required Address Address { get; init => field = Guard.NotNull(value); }

    /// <summary>Gets the distance in metres, when the carrier tells.</summary>
    public int? DistanceMetres { get; init; }

    /// <summary>Gets the latitude in degrees.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Gets the longitude in degrees.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>Gets the heaviest parcel that it takes.</summary>
    public Weight? MaxWeight { get; init; }

    /// <summary>Gets a value indicating whether it is a locker.</summary>
    public bool IsLocker { get; init; }

    /// <summary>Gets the opening hours; several entries for a day with a break.</summary>
    public IReadOnlyList<OpeningHours> OpeningHours { get; init => field = Guard.NoNulls(value); } = [];

    /// <summary>Gets the days on which it is closed.</summary>
    public IReadOnlyList<DateRange> Closures { get; init => field = Guard.NoNulls(value); } = [];
}
