using Commerce.Agents.Domain.Catalog;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Keeps what the marketplaces' words for products mean. Keys are <c>account/word</c>.</summary>
/// <param name="catalog">Which products are ours.</param>
/// <param name="options">Which accounts are served.</param>
public sealed class SkuMappingAgent(IProductCatalog catalog, IOptions<MarketplacesOptions> options) : IHandle<SetSkuMapping, SkuMappingNote>
{
    private const int MaxWord = 200;

    /// <inheritdoc/>
    public async Task HandleAsync(SetSkuMapping message, AgentContext<SkuMappingNote> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAccount(options.Value, message.Account);
        refusals.RequireText(message.ExternalSku, MaxWord, "ExternalSku");
        refusals.Require(message.Sku is not { } sku || catalog.Find(sku) is not null, "Sku", $"The product {message.Sku} is not known: add it to the catalogue first.");
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(context.Key));
            return;
        }

        var mappings = context.Repository<SkuMapping>();
        var id = SkuMapping.IdOf(message.Account, message.ExternalSku);
        if (message.Sku is { } known)
        {
            await mappings.PutAsync(new SkuMapping
            {
                Id = id,
                Account = message.Account,
                ExternalSku = message.ExternalSku,
                Sku = known,
                IsProductNumber = message.IsProductNumber,
            }).ConfigureAwait(false);
        }
        else
        {
            await mappings.DeleteAsync(id).ConfigureAwait(false);
        }

        context.State = new SkuMappingNote { ChangedAt = context.Clock.GetUtcNow() };
        context.Reply(Answer.Done(context.Key));
    }
}
