namespace Commerce.Agents.Domain.Inventory;

/// <summary>Asks how a warehouse does; answered with a <see cref="WarehouseMetricsAnswer"/>.</summary>
/// <param name="Warehouse">The warehouse's code.</param>
public sealed record GetWarehouseMetrics(string Warehouse) : IMessage;
