namespace Commerce.Agents.Domain.Catalog;

/// <summary>Takes one row of an import over.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Row">Which row, from 1.</param>
/// <param name="Sku">The product.</param>
/// <param name="Content">What the row tells.</param>
/// <param name="Images">Its pictures, the primary one first.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
/// <param name="GtinOwner">The product of an earlier row with the same GTIN.</param>
public sealed record ImportProduct(
    Guid ImportId, int Row, Sku Sku, ProductContent Content, IReadOnlyList<Uri> Images, string Author, Sku? GtinOwner = null) : IMessage;
