namespace Commerce.Agents.Domain.Inventory;

/// <summary>What the units of a product in a warehouse are worth.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Method">Which units are taken to be left.</param>
/// <param name="Quantity">How many there are.</param>
/// <param name="Value">What those of known cost are worth, rounded once to the currency.</param>
/// <param name="Unvalued">How many have no known cost.</param>
/// <param name="Layers">The units by their cost, the oldest first.</param>
public sealed record ValuationAnswer(
    Sku Sku, string Warehouse, ValuationMethod Method, int Quantity, Money Value, int Unvalued, IReadOnlyList<ValuationLayer> Layers);
