namespace Commerce.Agents.Domain.Inventory;

/// <summary>Where an order goes, as far as a warehouse's distance depends on it.</summary>
/// <param name="Country">The country.</param>
/// <param name="PostalCode">The postal code; may be empty.</param>
/// <param name="City">The city; may be empty.</param>
/// <param name="Coordinates">The place on the globe, when known.</param>
public sealed record WarehouseDestination(CountryCode Country, string PostalCode, string City, GeoPoint? Coordinates = null)
{
    internal static WarehouseDestination Of(Party shipTo) => new(shipTo.Address.Country, shipTo.Address.PostalCode, shipTo.Address.City);
}
