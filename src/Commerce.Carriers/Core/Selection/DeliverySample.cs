namespace Commerce.Carriers;

/// <summary>One parcel that arrived, to learn from.</summary>
public sealed record DeliverySample
{
    /// <summary>Gets the number of the parcel; a parcel that is told twice counts once.</summary>
    public required TrackingNumber TrackingNumber { get; init; }

    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init; }

    /// <summary>Gets the service, in the carrier's code.</summary>
    public required CarrierService Service { get; init; }

    /// <summary>Gets the lane.</summary>
    public required Lane Lane { get; init; }

    /// <summary>Gets the day of hand-over.</summary>
    public required DateOnly HandedOver { get; init; }

    /// <summary>Gets the day that was promised when the label was bought.</summary>
    public required DateOnly Promised { get; init; }

    /// <summary>Gets the day of arrival.</summary>
    public required DateOnly Delivered { get; init; }

    /// <summary>Gets a value indicating whether it came by the promised day.</summary>
    public bool IsOnTime => Delivered <= Promised;

    /// <summary>Gets the calendar days on the way.</summary>
    public int TransitDays => Delivered.DayNumber - HandedOver.DayNumber;
}
