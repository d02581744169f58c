namespace Commerce.Agents.Domain.Inventory;

/// <summary>What <see cref="SelectWarehouse"/> and <see cref="ScoreWarehouses"/> are answered with.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Ranking">The warehouses, the best first; nothing when the question was refused.</param>
/// <param name="Refusals">Every objection with its field; empty when warehouses were looked at.</param>
public sealed record WarehouseSelectionAnswer(OrderId OrderId, WarehouseRanking? Ranking, IReadOnlyList<Refusal> Refusals);
