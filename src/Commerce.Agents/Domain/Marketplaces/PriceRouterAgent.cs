using Commerce.Agents.Domain.Pricing;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Tells every account that a price has changed. Keys are SKUs.</summary>
/// <param name="options">The accounts.</param>
public sealed class PriceRouterAgent(IOptions<MarketplacesOptions> options) : IHandle<PriceChanged, PriceRouter>
{
    /// <inheritdoc/>
    public Task HandleAsync(PriceChanged message, AgentContext<PriceRouter> context, CancellationToken cancellationToken)
    {
        foreach (var account in options.Value.Accounts)
        {
            context.Send(new PushPrice(account, message.Sku, message.New));
        }

        return Task.CompletedTask;
    }
}
