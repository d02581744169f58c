namespace Commerce.Agents.Domain.Catalog;

/// <summary>Where agents look products up: the shop's own catalogue.</summary>
public interface IProductCatalog
{
    /// <summary>Finds an active product.</summary>
    /// <param name="sku">The SKU.</param>
    /// <returns>The product; <see langword="null"/> when it is unknown or not on sale.</returns>
    ProductInfo? Find(Sku sku);
}
