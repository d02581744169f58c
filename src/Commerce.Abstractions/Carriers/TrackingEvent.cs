namespace Commerce.Carriers;

/// <summary>One thing that happened to a parcel.</summary>
public sealed record TrackingEvent
{
    /// <summary>Gets when. A local time without zone is converted with the zone that the client documents.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the carrier's code.</summary>
    public required string Code { get; init => field = Guard.OptionalText(value ?? "", 50)!; }

    /// <summary>Gets the carrier's words.</summary>
    public required string Description { get; init => field = Guard.OptionalText(value ?? "", 1000)!; }

    /// <summary>Gets what it means; <see langword="null"/> when the event changes nothing, such as an update of a weight.</summary>
    public TrackingStatus? Status { get; init; }

    /// <summary>Gets why, when it is an incident.</summary>
    public IncidentReason? Incident { get; init; }

    /// <summary>Gets the site or town.</summary>
    public string? Location { get; init => field = Guard.OptionalText(value, 200); }
}
