using System.Collections.Frozen;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>A catalogue that is given as a list.</summary>
/// <param name="products">The products, each SKU once.</param>
public sealed class ProductList(IEnumerable<ProductInfo> products) : IProductCatalog
{
    private readonly FrozenDictionary<Sku, ProductInfo> _products = products.ToFrozenDictionary(product => product.Sku);

    /// <inheritdoc/>
    public ProductInfo? Find(Sku sku) => _products.GetValueOrDefault(sku);
}
