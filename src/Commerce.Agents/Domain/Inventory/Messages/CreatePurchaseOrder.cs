namespace Commerce.Agents.Domain.Inventory;

/// <summary>Buys from a supplier for a warehouse. While their one draft is open, it grows; the <see cref="Answer"/> has its id.</summary>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Lines">What is needed, each SKU once.</param>
/// <param name="IsRecommendation">Whether the quantities are what is missing in all: then a line of the draft takes the greater quantity, where it else takes the sum.</param>
public sealed record CreatePurchaseOrder(
    string Supplier, string Warehouse, IReadOnlyList<PurchaseOrderItem> Lines, bool IsRecommendation = false) : IMessage;
