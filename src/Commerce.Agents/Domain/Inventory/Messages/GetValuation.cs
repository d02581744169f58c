namespace Commerce.Agents.Domain.Inventory;

/// <summary>Asks what the units of a product in a warehouse are worth. Answers with a <see cref="ValuationAnswer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Method">Which units are taken to be left.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Currency">The currency; costs in others count as not known. The euro when not given.</param>
public sealed record GetValuation(Sku Sku, ValuationMethod Method, string Warehouse = StockPlace.Main, Currency? Currency = null) : IMessage;
