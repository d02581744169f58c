using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>How late a shipment is. Pure functions.</summary>
public static class ShipmentDelay
{
    /// <summary>Finds the moment from which a shipment is late: the end of the promised day where it arrives.</summary>
    /// <param name="promised">The promised day.</param>
    /// <param name="zone">The time zone.</param>
    /// <returns>The first moment of the day after.</returns>
    public static DateTimeOffset EndOf(DateOnly promised, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = promised.AddDays(1).ToDateTime(TimeOnly.MinValue);

        // Some zones leave the hour after midnight out when summer begins.
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Tells whether a shipment can be late: it has not ended and does not wait for its recipient at a pickup point.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <returns>Whether it is still for the carrier to bring it.</returns>
    public static bool IsUnderWay(OrderShipment shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        return shipment.Status is { } status && !ShipmentTransitions.IsEnd(status) && shipment.Word != TrackingStatus.AvailableForPickup;
    }

    /// <summary>Finds the day on which a late shipment is expected: the carrier's own estimate while that is not past, else the next business day.</summary>
    /// <param name="estimate">The carrier's estimate.</param>
    /// <param name="today">Today, where it arrives.</param>
    /// <returns>The day.</returns>
    public static DateOnly NewEta(DateOnly? estimate, DateOnly today)
    {
        if (estimate >= today)
        {
            return estimate.Value;
        }

        var day = today.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
