namespace Commerce.Agents.Domain.Inventory;

/// <summary>When and how much of a product is reordered for a warehouse.</summary>
public sealed record StockPolicy
{
    /// <summary>Gets the available units at which more is ordered.</summary>
    /// <value>The default is 10; 0 or more.</value>
    public int ReorderPoint { get; init; } = 10;

    /// <summary>Gets how many are ordered at least.</summary>
    /// <value>The default is 0: as many as it takes.</value>
    public int ReorderQuantity { get; init; }

    /// <summary>Gets the units that should be left when more arrives.</summary>
    /// <value>The default is 0.</value>
    public int SafetyStock { get; init; }

    /// <summary>Gets the units that should be there at most.</summary>
    /// <value>The default is 1 000; more than the reorder point.</value>
    public int Max { get; init; } = 1_000;

    /// <summary>Gets how many are in a package of the supplier.</summary>
    /// <value>The default is 1; 1 or more.</value>
    public int PackSize { get; init; } = 1;

    internal Refusals Check()
    {
        var refusals = new Refusals();
        Require(ReorderPoint >= 0, nameof(ReorderPoint), ReorderPoint, "0 or more");
        Require(ReorderQuantity >= 0, nameof(ReorderQuantity), ReorderQuantity, "0 or more");
        Require(SafetyStock >= 0, nameof(SafetyStock), SafetyStock, "0 or more");
        Require(Max > ReorderPoint, nameof(Max), Max, $"more than the reorder point, {ReorderPoint}");
        Require(PackSize >= 1, nameof(PackSize), PackSize, "1 or more");
        return refusals;

        void Require(bool holds, string field, int value, string remedy) =>
            refusals.Require(holds, $"Policy.{field}", $"{field} is {value}: give {remedy}.");
    }
}
