namespace Commerce.Agents.Domain.Inventory;

/// <summary>When to buy and up to which quantity.</summary>
/// <param name="SafetyStock">The units that cover what cannot be foreseen, two decimals.</param>
/// <param name="ReorderPoint">At this quantity or below it is time to buy, in whole units.</param>
/// <param name="OrderUpTo">What available and incoming units should come to, in whole units.</param>
/// <param name="ExactReorderPoint">The reorder point, two decimals.</param>
/// <param name="ExactOrderUpTo">The order-up-to quantity, two decimals.</param>
public sealed record ReorderLevels(
    decimal SafetyStock, int ReorderPoint, int OrderUpTo, decimal ExactReorderPoint, decimal ExactOrderUpTo);
