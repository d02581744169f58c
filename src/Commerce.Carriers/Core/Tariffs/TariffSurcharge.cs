namespace Commerce.Carriers.Tariffs;

/// <summary>What is charged on top of the base price. All conditions that are set must hold; one without conditions always applies.</summary>
public sealed record TariffSurcharge
{
    /// <summary>Gets the name, as the price list has it.</summary>
    public required string Name { get; init => field = TariffGuard.Text(value, nameof(Name)); }

    /// <summary>Gets when it is computed.</summary>
    public SurchargeStage Stage { get; init; }

    /// <summary>Gets what <see cref="Value"/> means.</summary>
    public required SurchargeUnit Unit { get; init; }

    /// <summary>Gets the value: percent, or an amount in the currency of the tariff.</summary>
    public required decimal Value { get; init => field = TariffGuard.NotNegative(value, nameof(Value)); }

    /// <summary>Gets the least that is charged.</summary>
    public decimal? Min { get; init; }

    /// <summary>Gets the most that is charged.</summary>
    public decimal? Max { get; init; }

    /// <summary>Gets a value indicating whether fuel is charged on it too.</summary>
    public bool IsFuelable { get; init; }

    /// <summary>Gets the services that it is for; empty for all.</summary>
    public IReadOnlyList<CarrierService> Services { get; init => field = value ?? throw new ArgumentNullException(nameof(Services)); } = [];

    /// <summary>Gets the option that must be asked for.</summary>
    public ShipmentOption? Option { get; init; }

    /// <summary>Gets the countries of arrival; empty for all.</summary>
    public IReadOnlyList<CountryCode> Countries { get; init => field = value ?? throw new ArgumentNullException(nameof(Countries)); } = [];

    /// <summary>Gets the zone of arrival, such as a list of remote postal codes.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets a value indicating whether it is only for private addresses.</summary>
    public bool OnlyResidential { get; init; }

    /// <summary>Gets the longest side, in centimetres, above which a parcel is charged.</summary>
    public decimal? LongestSideOver { get; init; }

    /// <summary>Gets the insured value that costs nothing; the whole value is charged above it.</summary>
    public decimal IncludedValue { get; init => field = TariffGuard.NotNegative(value, nameof(IncludedValue)); }

    /// <summary>Gets the first day of the surcharge.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day of the surcharge.</summary>
    public DateOnly? ValidTo { get; init; }
}
