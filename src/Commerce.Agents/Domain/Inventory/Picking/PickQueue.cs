using System.Globalization;
using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Says which pick list comes first and when express orders leave. Pure functions.</summary>
public static class PickQueue
{
    /// <summary>Makes a text that sorts by priority, the most urgent first, then by age, the oldest first.</summary>
    /// <param name="priority">How urgent it is.</param>
    /// <param name="createdAt">When the list was made.</param>
    /// <returns>The text.</returns>
    public static string PlaceOf(OrderPriority priority, DateTimeOffset createdAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)OrderPriority.Urgent - (int)priority}/{createdAt.UtcDateTime:O}");

    /// <summary>Tells on which day an express order leaves: today before the cut-off, the next day from then on.</summary>
    /// <param name="priority">How urgent it is: urgent ones are express.</param>
    /// <param name="createdAt">When the list was made.</param>
    /// <param name="cutOff">The time of day in the warehouse.</param>
    /// <param name="zone">The warehouse's time zone.</param>
    /// <returns>The day in the warehouse; nothing for orders that are not express.</returns>
    public static DateOnly? LeavesOn(OrderPriority priority, DateTimeOffset createdAt, TimeOnly cutOff, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (priority != OrderPriority.Urgent)
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(createdAt, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) < cutOff ? today : today.AddDays(1);
    }
}
