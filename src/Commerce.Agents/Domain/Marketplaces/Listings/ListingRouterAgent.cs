using Commerce.Agents.Domain.Catalog;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Finds the listings of a product that is no longer sold; keys are SKUs.</summary>
public sealed class ListingRouterAgent : IHandle<ProductDiscontinued, ListingRouter>
{
    /// <inheritdoc/>
    public async Task HandleAsync(ProductDiscontinued message, AgentContext<ListingRouter> context, CancellationToken cancellationToken)
    {
        var sku = message.Sku;
        var listings = await context.Repository<Listing>().AllAsync(listing => listing.Sku == sku && listing.Status != ListingStatus.Ended).ConfigureAwait(false);
        foreach (var listing in listings)
        {
            context.Send(new EndDiscontinuedListing(listing.Account, sku));
        }
    }
}
