namespace Commerce.Agents.Domain.Orders;

/// <summary>What of an order leaves one warehouse together.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Lines">The order's lines with the quantities of this part.</param>
public sealed record PlannedPart(string Warehouse, IReadOnlyList<OrderLine> Lines);
