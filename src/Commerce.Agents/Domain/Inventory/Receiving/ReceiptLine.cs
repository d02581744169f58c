namespace Commerce.Agents.Domain.Inventory;

/// <summary>What came of one product.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Ordered">How many the purchase order is about.</param>
/// <param name="Quantity">How many came and look good: 1 or more.</param>
/// <param name="UnitCost">The cost of one.</param>
/// <param name="Batch">Their batch; nothing when they have none.</param>
/// <param name="ExpiresOn">The last day on which they can be sold; nothing when they keep.</param>
public sealed record ReceiptLine(Sku Sku, int Ordered, int Quantity, Money UnitCost, string? Batch = null, DateOnly? ExpiresOn = null)
{
    /// <summary>Gets whether they can be sold. What is pending or rejected is in no level.</summary>
    public StockQuality Quality { get; init; }

    /// <summary>Gets the inspection; nothing when none was asked for.</summary>
    public Guid? InspectionId { get; init; }

    /// <summary>Gets how many can be sold.</summary>
    public int Accepted { get; init; }
}
