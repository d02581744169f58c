namespace Commerce.Agents.Domain.Inventory;

/// <summary>
/// Takes a delivery of a purchase order in: its units are inspected where that is asked for, and else there at once. All of its lines or none;
/// repeating a delivery note changes nothing. Answers with an <see cref="Answer"/>.
/// </summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Reference">The delivery note's number: 1 to 64 characters.</param>
/// <param name="Lines">What came, each SKU once.</param>
public sealed record ReceiveInbound(PurchaseOrderId PurchaseOrderId, string Reference, IReadOnlyList<PurchaseReceiptLine> Lines) : IMessage;
