using Commerce.Agents.Domain.Inventory;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Tells every account how many pieces it may offer.</summary>
/// <param name="options">The accounts and the buffer.</param>
public sealed class StockRouterAgent(IOptions<MarketplacesOptions> options) : IHandle<StockLevelChanged, StockRouter>
{
    /// <summary>The most that any marketplace takes.</summary>
    private const int MaxOffered = 1_000_000;

    /// <inheritdoc/>
    public Task HandleAsync(StockLevelChanged message, AgentContext<StockRouter> context, CancellationToken cancellationToken)
    {
        context.State = context.State with
        {
            Available = new Dictionary<string, int>(context.State.Available) { [message.Warehouse] = Math.Max(0, message.Available) },
        };
        var offered = (int)Math.Clamp(context.State.Available.Values.Sum(static pieces => (long)pieces) - options.Value.StockBuffer, 0, MaxOffered);
        foreach (var account in options.Value.Accounts)
        {
            context.Send(new QueueStockPush(account, message.Sku, offered));
        }

        return Task.CompletedTask;
    }
}
