using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Ids of entities that have a key of their own.</summary>
internal static class InventoryKeys
{
    internal const int MaxCode = 32;

    private const int MaxBatch = 64;

    internal static Guid Warehouse(string code) => OrderKeys.From("warehouse", code).Value;

    internal static Guid Supplier(string code) => OrderKeys.From("supplier", code).Value;

    internal static Guid SupplierProduct(string supplier, Sku sku) => OrderKeys.From($"supplier product {supplier}", sku.Value).Value;

    internal static Guid Place(StockPlace place) => OrderKeys.From("stocked place", place.Key).Value;

    internal static bool IsCode(string? code) => !string.IsNullOrWhiteSpace(code) && code.Length <= MaxCode && code.Trim() == code;

    /// <summary>Requires a code of 1 to 32 characters, without blanks around them.</summary>
    internal static void RequireCode(this Refusals refusals, string? code, string field) => refusals.Require(
        IsCode(code), field, $"{field} has {code?.Length ?? 0} characters: give 1 to {MaxCode} without blanks around them.");

    internal static void RequireBatch(this Refusals refusals, string? batch, string field = "Batch") => refusals.Require(
        batch is null || Refusals.IsText(batch, MaxBatch), field, $"Batch has {batch?.Length} characters: give 1 to {MaxBatch}, or none.");
}
