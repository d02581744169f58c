namespace Commerce.Agents.Domain.Inventory;

/// <summary>One delivery of a purchase order.</summary>
/// <param name="Reference">The delivery note's number.</param>
/// <param name="At">When it came.</param>
/// <param name="Lines">What came.</param>
public sealed record PurchaseReceipt(string Reference, DateTimeOffset At, IReadOnlyList<PurchaseReceiptLine> Lines);
