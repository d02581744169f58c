namespace Commerce.Agents.Domain.Inventory;

/// <summary>What came of giving the units of a level to those who wait for them.</summary>
/// <param name="Level">The level after it.</param>
/// <param name="Given">How many units were given.</param>
/// <param name="Served">Who has everything now, in the order of their turns.</param>
public sealed record StockServing(StockLevel Level, int Given, IReadOnlyList<StockClaim> Served);
