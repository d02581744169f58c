using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A warehouse was chosen for an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Score">Its score: 0 to 100.</param>
/// <param name="Components">What made the score.</param>
/// <param name="EstimatedCost">The estimated shipping cost.</param>
/// <param name="EstimatedDays">The estimated days until delivery.</param>
public sealed record WarehouseSelected(
    OrderId OrderId, string Warehouse, decimal Score, IReadOnlyList<DecisionPart> Components, Money EstimatedCost, int EstimatedDays) : IMessage
{
    /// <summary>Gets all warehouses that may ship, best first, with what each can sell of the order: for deciding whether it is split.</summary>
    public IReadOnlyList<FulfilmentSite> Sites { get; init; } = [];
}
