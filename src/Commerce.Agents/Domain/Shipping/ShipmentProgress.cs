using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>What a carrier's events make of a shipment. A pure function.</summary>
public static class ShipmentProgress
{
    /// <summary>
    /// Adds events to a shipment. One that is known is left out: same code, same time. The status is that of the latest time, not that of the last
    /// arrival; it may skip steps that nobody scanned. What would lead out of an end, or where the table does not lead, becomes a note.
    /// </summary>
    /// <param name="shipment">The shipment, with its label.</param>
    /// <param name="events">What happened, in any order.</param>
    /// <param name="now">When it was learnt.</param>
    /// <returns>The shipment after it.</returns>
    public static OrderShipment Apply(OrderShipment shipment, IReadOnlyList<TrackingEvent> events, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentNullException.ThrowIfNull(events);
        var known = shipment.Events.Select(Identity).ToHashSet();

        // Carriers list the newest first; of events at one moment, the one that stands lower came first.
        var fresh = events.Reverse().OrderBy(static happened => happened.At).Where(happened => known.Add(Identity(happened))).ToList();
        return fresh.Count == 0 ? shipment : fresh.Aggregate(shipment with { Events = [.. shipment.Events, .. fresh] }, (current, happened) => Step(current, happened, now));
    }

    /// <summary>Finds the status that a carrier's word stands for.</summary>
    /// <param name="word">The word.</param>
    /// <returns>The status; nothing when the word tells none.</returns>
    public static ShipmentStatus? StatusOf(TrackingStatus word) => word.Value switch
    {
        "created" => ShipmentStatus.Created,
        "picked_up" => ShipmentStatus.PickedUp,
        "in_transit" => ShipmentStatus.InTransit,
        "out_for_delivery" or "available_for_pickup" => ShipmentStatus.OutForDelivery,
        "failed_attempt" => ShipmentStatus.FailedDelivery,
        "exception" => ShipmentStatus.Exception,
        "delivered" => ShipmentStatus.Delivered,
        "returned" => ShipmentStatus.Returned,
        "lost" => ShipmentStatus.Lost,
        "cancelled" => ShipmentStatus.Cancelled,
        _ => null,
    };

    /// <summary>Finds the carriers' word for a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The word.</returns>
    public static TrackingStatus WordOf(ShipmentStatus status) => status switch
    {
        ShipmentStatus.Created => TrackingStatus.Created,
        ShipmentStatus.PickedUp => TrackingStatus.PickedUp,
        ShipmentStatus.InTransit => TrackingStatus.InTransit,
        ShipmentStatus.OutForDelivery => TrackingStatus.OutForDelivery,
        ShipmentStatus.Delivered => TrackingStatus.Delivered,
        ShipmentStatus.FailedDelivery => TrackingStatus.FailedAttempt,
        ShipmentStatus.Returned => TrackingStatus.Returned,
        ShipmentStatus.Exception => TrackingStatus.Exception,
        ShipmentStatus.Cancelled => TrackingStatus.Cancelled,
        _ => TrackingStatus.Lost,
    };

    private static (string Code, DateTimeOffset At) Identity(TrackingEvent happened) => (happened.Code, happened.At.ToUniversalTime());

    private static OrderShipment Step(OrderShipment shipment, TrackingEvent happened, DateTimeOffset now)
    {
        if (happened.Status is not { } word || StatusOf(word) is not { } status || happened.At < shipment.StatusAt)
        {
            return shipment;
        }

        var current = shipment.Status ?? ShipmentStatus.Created;
        if (status != current && !ShipmentTransitions.Leads(current, status))
        {
            return shipment.Noting(now, $"The carrier says {status} at {happened.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC; the shipment stays {current}.");
        }

        return shipment with
        {
            Status = status,
            Word = word,
            StatusAt = happened.At,
            DeliveredAt = status == ShipmentStatus.Delivered ? shipment.DeliveredAt ?? happened.At : shipment.DeliveredAt,
        };
    }
}
