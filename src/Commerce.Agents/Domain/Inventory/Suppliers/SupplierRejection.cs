namespace Commerce.Agents.Domain.Inventory;

/// <summary>A supplier that was not looked at further.</summary>
/// <param name="Supplier">Its code.</param>
/// <param name="Reason">Why.</param>
public sealed record SupplierRejection(string Supplier, string Reason);
