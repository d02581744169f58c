namespace Commerce.Agents.Domain.Inventory;

/// <summary>A place on the globe.</summary>
/// <param name="Latitude">Degrees north: -90 to 90.</param>
/// <param name="Longitude">Degrees east: -180 to 180.</param>
public sealed record GeoPoint(decimal Latitude, decimal Longitude)
{
    internal bool IsOnGlobe => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;
}
