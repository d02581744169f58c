namespace Commerce.Carriers;

/// <summary>One price.</summary>
public sealed record RateQuote
{
    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the account, as registered.</summary>
    public required string Account { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the service, in the carrier's code.</summary>
    public required CarrierService Service { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the carrier's name of the service.</summary>
    public required string ServiceName { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the speed that a buyer would call it, when known.</summary>
    public ServiceLevel? Level { get; init; }

    /// <summary>Gets the price without tax, surcharges included.</summary>
    public required Money Price { get; init => field = Guard.NotNegative(value); }

    /// <summary>Gets the price with tax, when the carrier tells.</summary>
    public Money? PriceWithTax { get; init; }

    /// <summary>Gets the business days on the way, when the carrier tells.</summary>
    public int? TransitDays { get; init => field = value is null ? null : Guard.InRange(value.Value, 0, 365); }

    /// <summary>Gets the day and hour of arrival, when the carrier tells.</summary>
    public DateTimeOffset? DeliveryBy { get; init; }

    /// <summary>Gets a value indicating whether the carrier guarantees the time.</summary>
    public bool IsGuaranteed { get; init; }

    /// <summary>Gets a value indicating whether it is the price of the account's contract rather than the public one.</summary>
    public bool IsNegotiated { get; init; }

    /// <summary>Gets the parts of the price, by the carrier's names.</summary>
    public IReadOnlyDictionary<string, Money> Surcharges { get; init => field = Guard.NotNull(value); } =
        new Dictionary<string, Money>();
}
