using System.Globalization;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>The keys of the shipping context's agents.</summary>
public static class ShippingKeys
{
    /// <summary>How many packages a carrier takes at once.</summary>
    internal const int MaxPackages = 99;

    /// <summary>Makes the shipping agent's key of a part of an order.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="part">Which part, from 1.</param>
    /// <returns>The order's id, a slash, the part.</returns>
    public static string Part(OrderId orderId, int part) => string.Create(CultureInfo.InvariantCulture, $"{orderId}/{part}");

    /// <summary>Makes the key of a parcel.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="trackingNumber">Its number.</param>
    /// <returns>The carrier, a slash, the number.</returns>
    public static string Parcel(CarrierCode carrier, TrackingNumber trackingNumber) => $"{carrier}/{trackingNumber}";

    /// <summary>Makes the key of a carrier's service on a lane.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="service">The service.</param>
    /// <param name="lane">The lane.</param>
    /// <returns>The carrier, the service and the lane's countries.</returns>
    public static string Lane(CarrierCode carrier, CarrierService service, Lane lane) => $"{carrier}/{service}/{lane.Origin}-{lane.Destination}";

    /// <summary>Makes the key of what is closed with a carrier on a day.</summary>
    /// <param name="account">The carrier account.</param>
    /// <param name="date">The day.</param>
    /// <returns>The account, a slash, the day.</returns>
    public static string Manifest(string account, DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{account}/{date:yyyy-MM-dd}");
}
