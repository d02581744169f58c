namespace Commerce.Agents.Domain.Catalog;

/// <summary>What the product agent knows of a SKU.</summary>
public sealed record ProductState
{
    /// <summary>Gets the product; nothing when there is none.</summary>
    public Product? Product { get; init; }

    /// <summary>Gets the requests that wait, the oldest first.</summary>
    public IReadOnlyList<ProductApproval> Pending { get; init; } = [];
}
