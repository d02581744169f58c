using Commerce.Marketplaces;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Reads an account's changed orders, always with an overlap, so that none is lost between two readings.</summary>
/// <param name="services">Where the accounts are found.</param>
public sealed class MarketplaceSyncAgent(IServiceProvider services) : IHandle<SyncMarketplace, MarketplaceCursor>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan IntervalAfterFailure = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstWindow = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public async Task HandleAsync(SyncMarketplace message, AgentContext<MarketplaceCursor> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var since = context.State.ReadUntil is { } cursor ? cursor - Overlap : now - FirstWindow;
        var client = services.GetRequiredKeyedService<IMarketplaceClient>(message.Account);
        var orders = new List<MarketplaceOrder>();
        try
        {
            await foreach (var order in client.ListOrders(new OrderQuery { ChangedSince = since }).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                orders.Add(order);
            }
        }
        catch (CommerceException)
        {
            context.Publish(new MarketplaceSynced(message.Account, 0, Failed: true));
            context.Schedule(message, IntervalAfterFailure, "sync");
            return;
        }

        foreach (var order in orders)
        {
            context.Publish(new MarketplaceOrderFound(message.Account, order));
        }

        context.State = new MarketplaceCursor { ReadUntil = now };
        context.Publish(new MarketplaceSynced(message.Account, orders.Count, Failed: false));
        context.Schedule(message, Interval, "sync");
    }
}
