namespace Commerce.Agents.Domain.Catalog;

/// <summary>One row of an import.</summary>
/// <param name="Sku">The SKU, as it was written.</param>
/// <param name="Content">What is told of the product.</param>
public sealed record ImportRow(string Sku, ProductContent Content)
{
    /// <summary>Gets its pictures, the primary one first: at most 100, absolute, http or https.</summary>
    public IReadOnlyList<Uri> Images { get; init; } = [];
}
