namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units are to be inspected before they can be sold.</summary>
/// <param name="InspectionId">The inspection.</param>
/// <param name="Kind">What for: <see cref="Receipt.Inspection"/> for units that arrived, <see cref="ReturnReceipt.Inspection"/> for units that came back.</param>
/// <param name="Subject">What it belongs to: a receipt's id, a return's id.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Supplier">The supplier's code; empty for units that came back.</param>
/// <param name="Batch">Their batch.</param>
public sealed record InspectionRequested(
    Guid InspectionId, string Kind, string Subject, Sku Sku, int Quantity, string Warehouse, string Supplier, string? Batch = null) : IMessage;
