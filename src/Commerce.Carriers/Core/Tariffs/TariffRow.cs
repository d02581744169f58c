namespace Commerce.Carriers.Tariffs;

/// <summary>One price of a price list: a service, a lane, a weight band.</summary>
public sealed record TariffRow
{
    /// <summary>Gets the service, in the carrier's code.</summary>
    public required CarrierService Service
    {
        get;
        init => field = value == default ? throw new ArgumentException("Service is not set: give the carrier's code.", nameof(Service)) : value;
    }

    /// <summary>Gets the speed that a buyer would call it.</summary>
    /// <value>The default is standard.</value>
    public ServiceLevel Level { get; init; } = ServiceLevel.Standard;

    /// <summary>Gets the country of departure; <see langword="null"/> for any.</summary>
    public CountryCode? Origin { get; init; }

    /// <summary>Gets where the price holds.</summary>
    /// <value>The default is everywhere.</value>
    public TariffDestination Destination { get; init; }

    /// <summary>Gets the least chargeable weight, which belongs to the band.</summary>
    public required Weight From { get; init; }

    /// <summary>Gets the weight at which the band ends. It belongs to the next band; to this one when there is no next.</summary>
    public required Weight To
    {
        get;
        init => field = value.Grams > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(To), "To is 0: give the weight at which the band ends.");
    }

    /// <summary>Gets the price without tax: above 0.</summary>
    public required Money Price
    {
        get;
        init => field = value.Amount > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Price), value.ToString(), $"Price is {value}: give above 0.");
    }

    /// <summary>Gets what each kilogram above <see cref="From"/> costs on top, in the currency of <see cref="Price"/>.</summary>
    /// <value>The default is 0.</value>
    public decimal PricePerExtraKilogram { get; init => field = TariffGuard.NotNegative(value, nameof(PricePerExtraKilogram)); }

    /// <summary>Gets the business days on the way: 0 to 365; give the upper value of a range.</summary>
    public int? TransitDays
    {
        get;
        init => field = value is null or (>= 0 and <= 365)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TransitDays), value, $"TransitDays is {value}: give 0 to 365.");
    }

    /// <summary>Gets the first day of the price.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Gets the last day of the price.</summary>
    public DateOnly? ValidTo { get; init; }

    internal bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
