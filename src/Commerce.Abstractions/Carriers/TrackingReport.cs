namespace Commerce.Carriers;

/// <summary>Where a parcel is and was.</summary>
public sealed record TrackingReport
{
    /// <summary>Gets the number.</summary>
    public required TrackingNumber TrackingNumber { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets where it is: the status of the event with the latest time.</summary>
    public required TrackingStatus Status { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why it is held, when it is.</summary>
    public IncidentReason? Incident { get; init; }

    /// <summary>Gets the events, newest first.</summary>
    public required IReadOnlyList<TrackingEvent> Events { get; init => field = Guard.NoNulls(value); }

    /// <summary>Gets when the carrier expects to deliver.</summary>
    public DateTimeOffset? EstimatedDelivery { get; init; }

    /// <summary>Gets when it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets the answer in the carrier's own words, on request of the options.</summary>
    public string? Raw { get; init; }
}
