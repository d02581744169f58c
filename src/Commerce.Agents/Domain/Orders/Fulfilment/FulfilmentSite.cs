namespace Commerce.Agents.Domain.Orders;

/// <summary>A warehouse from which an order, or a part of it, could be shipped.</summary>
/// <param name="Warehouse">Its code.</param>
/// <param name="Available">How many it has, by SKU.</param>
/// <param name="Cost">What a parcel from there costs.</param>
/// <param name="Days">The days until it arrives: 0 or more.</param>
public sealed record FulfilmentSite(string Warehouse, IReadOnlyDictionary<Sku, int> Available, Money Cost, int Days);
