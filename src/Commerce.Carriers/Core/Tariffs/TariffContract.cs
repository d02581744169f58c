namespace Commerce.Carriers.Tariffs;

/// <summary>What holds for all prices of an account: currency, zones, surcharges and limits.</summary>
public sealed record TariffContract
{
    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier
    {
        get;
        init => field = value == default ? throw new ArgumentException("Carrier is not set: give its code.", nameof(Carrier)) : value;
    }

    /// <summary>Gets the account, as the carrier's client is registered: its prices are looked up here when it has no rate API.</summary>
    public required string Account { get; init => field = TariffGuard.Text(value, nameof(Account)); }

    /// <summary>Gets the currency of every price.</summary>
    public required Currency Currency
    {
        get;
        init => field = value == default ? throw new ArgumentException("Currency is not set: give one.", nameof(Currency)) : value;
    }

    /// <summary>Gets the zones that rows and surcharges name.</summary>
    public IReadOnlyList<TariffZone> Zones { get; init => field = value ?? throw new ArgumentNullException(nameof(Zones)); } = [];

    /// <summary>Gets the surcharges, in the order in which they are computed within their stage.</summary>
    public IReadOnlyList<TariffSurcharge> Surcharges { get; init => field = value ?? throw new ArgumentNullException(nameof(Surcharges)); } = [];

    /// <summary>Gets which weight is looked up.</summary>
    /// <value>The default is the shipment's.</value>
    public TariffBasis Basis { get; init; }

    /// <summary>Gets the cubic centimetres that weigh one kilogram: 1 to 100 000.</summary>
    /// <value>The default is 5 000.</value>
    public int VolumetricDivisor
    {
        get;
        init => field = value is > 0 and <= 100_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(VolumetricDivisor), value, $"VolumetricDivisor is {value}: give 1 to 100000 cm³ per kg.");
    } = 5000;

    /// <summary>Gets the heaviest parcel; <see langword="null"/> when only the bands end.</summary>
    public Weight? MaxParcelWeight { get; init; }

    /// <summary>Gets the largest parcel, however it is turned.</summary>
    public Dimensions? MaxDimensions { get; init; }

    /// <summary>Gets a value indicating whether the contract takes parcels above <see cref="MaxDimensions"/>, for the surcharges that say so.</summary>
    public bool AllowOversize { get; init; }
}
