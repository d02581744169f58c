using System.Collections.Concurrent;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Catalog;

/// <summary>
/// The products and variants on sale, kept in memory so that looking one up never waits for the database. It is loaded when the host starts.
/// The process that handles a change knows it at once; others know it after <see cref="CatalogOptions.RefreshInterval"/> at the latest.
/// </summary>
/// <param name="products">The products.</param>
/// <param name="variants">The variants.</param>
/// <param name="clock">Tells which prices are valid.</param>
public sealed class CachedProductCatalog(IRepository<Product> products, IRepository<Variant> variants, TimeProvider clock) : IProductCatalog
{
    /// <summary>A change may be committed some time after it was dated, so that each reading begins before the last one.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    // What is no longer sold stays, so that an older reading cannot bring it back.
    private readonly ConcurrentDictionary<Sku, Product> _products = new();
    private readonly ConcurrentDictionary<Sku, Variant> _variants = new();
    private DateTimeOffset _changedAt;
    private volatile bool _isLoaded;

    /// <inheritdoc/>
    /// <exception cref="CommerceException">Nothing was read yet, so that it cannot be told whether the product exists: try again.</exception>
    public ProductInfo? Find(Sku sku)
    {
        if (_products.TryGetValue(sku, out var product))
        {
            return product.Status == ProductStatus.Active ? Info(product) : null;
        }

        if (_variants.TryGetValue(sku, out var variant))
        {
            return variant.IsActive && _products.TryGetValue(variant.Parent, out var parent) && parent.Status == ProductStatus.Active
                ? Info(parent, variant, clock.GetUtcNow())
                : null;
        }

        return _isLoaded
            ? null
            : throw new CommerceException("The catalogue is not loaded yet: let the host start its hosted services, or call RefreshAsync first.");
    }

    /// <summary>Reads what changed since the last time; everything on sale the first time.</summary>
    /// <returns>A task that ends when lookups see it.</returns>
    public async Task RefreshAsync()
    {
        IReadOnlyList<Product> changedProducts;
        IReadOnlyList<Variant> changedVariants;
        if (_isLoaded && _changedAt != default)
        {
            var since = _changedAt - Overlap;
            changedProducts = await products.AllAsync(product => product.ChangedAt >= since).ConfigureAwait(false);
            changedVariants = await variants.AllAsync(variant => variant.ChangedAt >= since).ConfigureAwait(false);
        }
        else
        {
            changedProducts = await products.AllAsync(static product => product.Status == ProductStatus.Active).ConfigureAwait(false);
            changedVariants = await variants.AllAsync(static variant => variant.IsActive).ConfigureAwait(false);
        }

        foreach (var product in changedProducts)
        {
            Take(product);
        }

        foreach (var variant in changedVariants)
        {
            Take(variant);
        }

        // By the times of the changes themselves: the agents' clock may be another one than this process's.
        _changedAt = changedProducts.Select(static product => product.ChangedAt)
            .Concat(changedVariants.Select(static variant => variant.ChangedAt))
            .Append(_changedAt)
            .Max();
        _isLoaded = true;
    }

    /// <summary>Reads one product.</summary>
    internal async Task RefreshProductAsync(Sku sku)
    {
        if (await products.FindAsync(Product.IdOf(sku)).ConfigureAwait(false) is { } product)
        {
            Take(product.Value);
        }
    }

    /// <summary>Reads one variant.</summary>
    internal async Task RefreshVariantAsync(Sku sku)
    {
        if (await variants.FindAsync(Variant.IdOf(sku)).ConfigureAwait(false) is { } variant)
        {
            Take(variant.Value);
        }
    }

    private static ProductInfo Info(Product product)
    {
        var content = product.Content;
        return new ProductInfo(product.Sku, content.Name, content.Price, content.Weight.GetValueOrDefault(), content.Size, content.Category, content.Subcategory)
        {
            TaxClass = content.TaxClass.GetValueOrDefault(),
            Cost = content.Cost,
        };
    }

    private static ProductInfo Info(Product parent, Variant variant, DateTimeOffset now)
    {
        var info = Info(parent);
        return info with
        {
            Sku = variant.Sku,
            Title = $"{info.Title} ({string.Join(", ", variant.Options.OrderBy(static option => option.Key, StringComparer.Ordinal).Select(static option => option.Value))})",
            Price = variant.Price is { } price && price.IsValid(now) ? price.Price : info.Price,
        };
    }

    private void Take(Product product) => _products.AddOrUpdate(
        product.Sku, static (_, read) => read, static (_, known, read) => read.Version > known.Version ? read : known, product);

    private void Take(Variant variant) => _variants.AddOrUpdate(
        variant.Sku, static (_, read) => read, static (_, known, read) => read.Version > known.Version ? read : known, variant);
}
