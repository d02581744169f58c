namespace Commerce.Agents.Domain.Inventory;

/// <summary>Units of a product that came back with one parcel.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How many came: 1 or more.</param>
/// <param name="Warehouse">The code of the warehouse into which they came.</param>
/// <param name="InspectionId">The inspection that decides on them.</param>
/// <param name="ReceivedAt">When they came.</param>
public sealed record ReturnReceiptLine(Sku Sku, int Quantity, string Warehouse, Guid InspectionId, DateTimeOffset ReceivedAt)
{
    /// <summary>Gets whether they can be sold again. What is pending or rejected is in no level.</summary>
    public StockQuality Quality { get; init; }

    /// <summary>Gets how many can be sold again.</summary>
    public int Accepted { get; init; }
}
