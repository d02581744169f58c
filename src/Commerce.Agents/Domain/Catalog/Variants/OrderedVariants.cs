namespace Commerce.Agents.Domain.Catalog;

/// <summary>The variants for which an order waits.</summary>
public sealed record OrderedVariants
{
    /// <summary>Gets the SKUs.</summary>
    public IReadOnlyList<Sku> Skus { get; init; } = [];
}
