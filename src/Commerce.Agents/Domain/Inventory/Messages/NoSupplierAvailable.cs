namespace Commerce.Agents.Domain.Inventory;

/// <summary>Nobody can deliver what is recommended to be bought.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Quantity">How many are needed.</param>
/// <param name="Rejected">The suppliers with the reasons.</param>
/// <param name="Reason">One sentence.</param>
public sealed record NoSupplierAvailable(
    Sku Sku, string Warehouse, int Quantity, IReadOnlyList<SupplierRejection> Rejected, string Reason) : IMessage;
