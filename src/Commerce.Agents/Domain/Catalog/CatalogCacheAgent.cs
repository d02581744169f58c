namespace Commerce.Agents.Domain.Catalog;

/// <summary>Lets the catalogue of this process know changes at once; keys are SKUs. To read the same product again does no harm.</summary>
/// <param name="catalog">The catalogue of this process.</param>
public sealed class CatalogCacheAgent(CachedProductCatalog catalog) :
    IHandle<ProductActivated, CatalogNote>, IHandle<ProductUpdated, CatalogNote>, IHandle<ProductDiscontinued, CatalogNote>, IHandle<VariantChanged, CatalogNote>
{
    /// <inheritdoc/>
    public Task HandleAsync(ProductActivated message, AgentContext<CatalogNote> context, CancellationToken cancellationToken) =>
        catalog.RefreshProductAsync(message.Sku);

    /// <inheritdoc/>
    public Task HandleAsync(ProductUpdated message, AgentContext<CatalogNote> context, CancellationToken cancellationToken) =>
        catalog.RefreshProductAsync(message.Sku);

    /// <inheritdoc/>
    public Task HandleAsync(ProductDiscontinued message, AgentContext<CatalogNote> context, CancellationToken cancellationToken) =>
        catalog.RefreshProductAsync(message.Sku);

    /// <inheritdoc/>
    public Task HandleAsync(VariantChanged message, AgentContext<CatalogNote> context, CancellationToken cancellationToken) =>
        catalog.RefreshVariantAsync(message.Sku);
}
