namespace Commerce.Carriers;

/// <summary>What one service of a carrier can do.</summary>
public sealed record ServiceCapability
{
    /// <summary>Gets the carrier's code.</summary>
    public required CarrierService Service { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the carrier's name of the service.</summary>
    public required string Name { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the speed that a buyer would call it.</summary>
    public required ServiceLevel Level { get; init; }

    /// <summary>Gets the countries of departure; <see langword="null"/> when any.</summary>
    public IReadOnlyCollection<CountryCode>? Origins { get; init; }

    /// <summary>Gets the countries of arrival; <see langword="null"/> when any.</summary>
    public IReadOnlyCollection<CountryCode>? Destinations { get; init; }

    /// <summary>Gets a value indicating whether it serves parcels within one country.</summary>
    public bool IsDomestic { get; init; } = true;

    /// <summary>Gets a value indicating whether it serves parcels across a border.</summary>
    public bool IsInternational { get; init; } = true;

    /// <summary>Gets the heaviest parcel; <see langword="null"/> when the carrier's limit holds.</summary>
    public Weight? MaxParcelWeight { get; init; }

    /// <summary>Gets the greatest number of parcels; <see langword="null"/> when the carrier's limit holds.</summary>
    public int? MaxParcels { get; init; }

    /// <summary>Gets the support of each option; an option that is not named is supported, except dangerous goods.</summary>
    public IReadOnlyDictionary<ShipmentOption, Support> Options { get; init => field = Guard.NotNull(value); } =
        new Dictionary<ShipmentOption, Support>();

    /// <summary>Tells whether an option can be had with the service.</summary>
    /// <param name="option">The option.</param>
    /// <returns>Yes, or no with the reason.</returns>
    public Support Supports(ShipmentOption option) =>
        Options.TryGetValue(option, out var support) ? support : CarrierCapabilities.Unnamed(option);

    /// <summary>Tells whether the service runs between two countries.</summary>
    /// <param name="origin">Where the parcel starts.</param>
    /// <param name="destination">Where it goes.</param>
    /// <returns>Yes, or no with the reason.</returns>
    public Support Lane(CountryCode origin, CountryCode destination)
    {
        var domestic = origin == destination;
        if (domestic ? !IsDomestic : !IsInternational)
        {
            return Support.No($"{Name} is {(domestic ? "international" : "domestic")} only.");
        }

        if (Origins is not null && !Origins.Contains(origin))
        {
            return Support.No($"{Name} does not start in {origin}.");
        }

        return Destinations is not null && !Destinations.Contains(destination)
            ? Support.No($"{Name} does not go to {destination}.")
            : Support.Yes;
    }
}
