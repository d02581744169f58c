namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of the same cost.</summary>
/// <param name="Quantity">How many: 1 or more.</param>
/// <param name="UnitCost">The cost of one; nothing when it is not known.</param>
/// <param name="Batch">Their batch, when it is known.</param>
public sealed record ValuationLayer(int Quantity, Money? UnitCost, string? Batch = null);
