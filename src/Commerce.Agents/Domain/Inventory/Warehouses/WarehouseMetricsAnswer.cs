namespace Commerce.Agents.Domain.Inventory;

/// <summary>What <see cref="GetWarehouseMetrics"/> is answered with.</summary>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Metrics">What is known; nothing when there is no such warehouse.</param>
/// <param name="Alerts">What a person should look at.</param>
/// <param name="Refusals">Every objection with its field.</param>
public sealed record WarehouseMetricsAnswer(
    string Warehouse, WarehouseMetrics? Metrics, IReadOnlyList<WarehouseAlert> Alerts, IReadOnlyList<Refusal> Refusals);
