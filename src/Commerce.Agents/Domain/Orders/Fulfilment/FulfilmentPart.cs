namespace Commerce.Agents.Domain.Orders;

/// <summary>What one warehouse ships.</summary>
/// <param name="Warehouse">Its code.</param>
/// <param name="Lines">How many of each SKU.</param>
/// <param name="Cost">What the parcel costs.</param>
/// <param name="Days">The days until it arrives.</param>
public sealed record FulfilmentPart(string Warehouse, IReadOnlyDictionary<Sku, int> Lines, Money Cost, int Days);
