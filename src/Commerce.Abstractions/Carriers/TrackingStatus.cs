using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>Where a parcel is, in words that are the same for every carrier.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<TrackingStatus>))]
public readonly record struct TrackingStatus(string Value) : IOpenEnum<TrackingStatus>
{
    /// <summary>Gets: announced by the sender; the carrier does not have it yet.</summary>
    public static TrackingStatus Created { get; } = new("created");

    /// <summary>Gets: collected from the sender.</summary>
    public static TrackingStatus PickedUp { get; } = new("picked_up");

    /// <summary>Gets: on its way between sites, customs included.</summary>
    public static TrackingStatus InTransit { get; } = new("in_transit");

    /// <summary>Gets: on the round to the recipient.</summary>
    public static TrackingStatus OutForDelivery { get; } = new("out_for_delivery");

    /// <summary>Gets: waiting for the recipient at a pickup point or counter.</summary>
    public static TrackingStatus AvailableForPickup { get; } = new("available_for_pickup");

    /// <summary>Gets: the round came and could not deliver.</summary>
    public static TrackingStatus FailedAttempt { get; } = new("failed_attempt");

    /// <summary>Gets: held by an incident; see the incident reason.</summary>
    public static TrackingStatus Exception { get; } = new("exception");

    /// <summary>Gets: handed over to the recipient.</summary>
    public static TrackingStatus Delivered { get; } = new("delivered");

    /// <summary>Gets: on its way back, or back, at the sender.</summary>
    public static TrackingStatus Returned { get; } = new("returned");

    /// <summary>Gets: declared lost.</summary>
    public static TrackingStatus Lost { get; } = new("lost");

    /// <summary>Gets: the label was cancelled.</summary>
    public static TrackingStatus Cancelled { get; } = new("cancelled");

    /// <summary>Gets: the carrier said something that is in no table; the event keeps its words.</summary>
    public static TrackingStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static TrackingStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
