namespace Commerce.Agents.Domain.Inventory;

/// <summary>What came of one product.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Received">How many came: 1 or more.</param>
/// <param name="Rejected">How many of them were not good: 0 to all.</param>
/// <param name="Batch">The batch: 1 to 64 characters; nothing when they have none.</param>
/// <param name="ExpiresOn">The last day on which they can be sold; nothing when they keep.</param>
public sealed record PurchaseReceiptLine(Sku Sku, int Received, int Rejected = 0, string? Batch = null, DateOnly? ExpiresOn = null);
