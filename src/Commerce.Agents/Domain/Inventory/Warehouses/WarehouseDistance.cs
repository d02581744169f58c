namespace Commerce.Agents.Domain.Inventory;

/// <summary>How far a warehouse is from where an order goes. Pure functions.</summary>
public static class WarehouseDistance
{
    private const double EarthRadius = 6_371;
    private const int PostalArea = 2;
    private const decimal SameCity = 10;
    private const decimal SamePostalArea = 50;
    private const decimal Unknown = 200;

    /// <summary>Measures along the surface of the globe (haversine, radius 6 371 km).</summary>
    /// <param name="from">A place.</param>
    /// <param name="to">Another place.</param>
    /// <returns>The kilometres, one decimal.</returns>
    public static decimal Between(GeoPoint from, GeoPoint to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (north, south) = (Radians(from.Latitude), Radians(to.Latitude));
        var across = Math.Sin(Radians(to.Longitude - from.Longitude) / 2);
        var along = Math.Sin((south - north) / 2);
        var part = (along * along) + (Math.Cos(north) * Math.Cos(south) * across * across);
        return decimal.Round((decimal)(2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, part)))), 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>Measures, or estimates where a place is not known: 10 km in one city, 50 km when the first two characters of the postal codes agree, else 200 km.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="shipTo">Where an order goes; 200 km away when not known.</param>
    /// <returns>The kilometres, one decimal.</returns>
    public static decimal Between(Warehouse warehouse, WarehouseDestination? shipTo)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        if (shipTo is null)
        {
            return Unknown;
        }

        if (warehouse.Coordinates is { } from && shipTo.Coordinates is { } to)
        {
            return Between(from, to);
        }

        var (postalCode, address) = (shipTo.PostalCode.Trim(), warehouse.Address);
        return address.Country != shipTo.Country ? Unknown
            : shipTo.City.Trim().Equals(address.City.Trim(), StringComparison.OrdinalIgnoreCase) ? SameCity
            : postalCode.Length >= PostalArea && address.PostalCode.Trim().StartsWith(postalCode[..PostalArea], StringComparison.OrdinalIgnoreCase) ? SamePostalArea
            : Unknown;
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;
}
