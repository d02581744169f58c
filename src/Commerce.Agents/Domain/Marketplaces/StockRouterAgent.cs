using Commerce.Agents.Domain.Inventory;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Tells every account how many pieces it may offer.</summary>
/// <param name="options">The accounts and the buffer.</param>
public sealed class StockRouterAgent(IOptions<MarketplacesOptions> options) : IHandle<StockLevelChanged, StockRouter>
{
    /// <inheritdoc/>
    public Task HandleAsync(StockLevelChanged message, AgentContext<StockRouter> context, CancellationToken cancellationToken)
    {
        var offered = Math.Max(0, message.OnHand - message.Reserved - options.Value.StockBuffer);
        foreach (var account in options.Value.Accounts)
        {
            context.Send(new QueueStockPush(account, message.Sku, offered));
        }

        return Task.CompletedTask;
    }
}
