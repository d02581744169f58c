namespace Commerce.Carriers;

/// <summary>When a service delivers.</summary>
public sealed record TransitTime
{
    /// <summary>Gets the service.</summary>
    public required CarrierService Service { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the carrier's name of the service.</summary>
    public required string ServiceName { get; init => field = Guard.Text(value, 100); }

    /// <summary>Gets the day of arrival.</summary>
    public required DateOnly DeliveryDate { get; init; }

    /// <summary>Gets the hour of arrival, local time, when the carrier tells.</summary>
    public TimeOnly? DeliveryTime { get; init; }

    /// <summary>Gets the business days on the way, when the carrier tells.</summary>
    public int? BusinessDays { get; init; }

    /// <summary>Gets a value indicating whether the carrier guarantees it.</summary>
    public bool IsGuaranteed { get; init; }
}
