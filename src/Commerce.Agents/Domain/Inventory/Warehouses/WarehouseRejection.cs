namespace Commerce.Agents.Domain.Inventory;

/// <summary>A warehouse that was not looked at further.</summary>
/// <param name="Warehouse">Its code.</param>
/// <param name="Reason">Why.</param>
public sealed record WarehouseRejection(string Warehouse, string Reason);
