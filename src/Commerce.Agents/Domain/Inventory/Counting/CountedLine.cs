namespace Commerce.Agents.Domain.Inventory;

/// <summary>What was counted of one product.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Counted">How many there are: 0 to 1 000 000.</param>
/// <param name="UnitCost">The cost of one; without it somebody must decide on any difference.</param>
public sealed record CountedLine(Sku Sku, int Counted, Money? UnitCost = null);
