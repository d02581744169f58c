namespace Commerce.Agents.Domain.Catalog;

/// <summary>Which step of a product may follow which. One that was not agreed to stays handed in until it is changed and handed in again.</summary>
public static class ProductTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<ProductStatus> Table { get; } = new("product", new Dictionary<ProductStatus, ProductStatus[]>
    {
        [ProductStatus.Draft] = [ProductStatus.PendingApproval, ProductStatus.Archived],
        [ProductStatus.PendingApproval] = [ProductStatus.Active],
        [ProductStatus.Active] = [ProductStatus.Discontinued],
        [ProductStatus.Discontinued] = [ProductStatus.Active, ProductStatus.Archived],
    });
}
