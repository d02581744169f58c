using Commerce.Agents.Entities;
using Commerce.Marketplaces;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Reads an account's changed orders, always with an overlap, so that none is lost between two readings. Keys are accounts: one that fails stops no other.</summary>
/// <param name="services">Where the accounts are found.</param>
/// <param name="options">Intervals and windows.</param>
public sealed class MarketplaceSyncAgent(IServiceProvider services, IOptions<MarketplacesOptions> options) :
    IHandle<SyncMarketplace, MarketplaceCursor>, IHandle<GetSyncHistory, MarketplaceCursor>
{
    private const int MaxHistory = 500;

    /// <inheritdoc/>
    public async Task HandleAsync(SyncMarketplace message, AgentContext<MarketplaceCursor> context, CancellationToken cancellationToken)
    {
        var now = context.Clock.GetUtcNow();
        var client = services.Marketplace(message.Account);
        var orders = new List<MarketplaceOrder>();
        var failed = 0;
        try
        {
            await foreach (var order in client.ListOrders(Query(client, context.State, now)).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (await DetailsAsync(client, order, cancellationToken).ConfigureAwait(false) is { } whole)
                {
                    orders.Add(whole);
                }
                else
                {
                    failed++;
                }
            }
        }
        catch (CommerceException exception)
        {
            context.State = context.State with { Failures = context.State.Failures + 1 };
            await context.KeepRunAsync(message.Account, SyncKinds.Orders, now, 0, 0, exception.Message).ConfigureAwait(false);
            context.Schedule(message, PollPace.Next(options.Value, context.State.Failures), "sync");
            return;
        }

        foreach (var order in orders)
        {
            context.Publish(new MarketplaceOrderFound(message.Account, order));
        }

        // What could not be read is in the next reading's window only if this one does not count.
        context.State = new MarketplaceCursor { ReadUntil = failed == 0 ? now : context.State.ReadUntil };
        await context.KeepRunAsync(message.Account, SyncKinds.Orders, now, orders.Count, failed).ConfigureAwait(false);
        context.Schedule(message, PollPace.Next(options.Value, failures: 0), "sync");
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GetSyncHistory message, AgentContext<MarketplaceCursor> context, CancellationToken cancellationToken)
    {
        if (message.Limit is < 1 or > MaxHistory)
        {
            context.Reply(new SyncHistory([], [Refusals.Invalid("Limit", $"Limit is {message.Limit}: give 1 to {MaxHistory}.")]));
            return;
        }

        var account = message.Account;
        var page = await context.Repository<SyncRun>().ListAsync(new EntityQuery<SyncRun>
        {
            Where = run => run.Account == account, OrderBy = static run => run.StartedAt, Descending = true, Limit = message.Limit,
        }).ConfigureAwait(false);
        context.Reply(new SyncHistory(page.Items, []));
    }

    private OrderQuery Query(IMarketplaceClient client, MarketplaceCursor cursor, DateTimeOffset now)
    {
        var since = PollPace.Since(options.Value, cursor.ReadUntil, now);
        if (client.Capabilities.ListsByChange)
        {
            return new OrderQuery { ChangedSince = since };
        }

        // Such a marketplace tells a change only in the list of all orders that were placed since.
        var placed = now - options.Value.PlacedWindow;
        return new OrderQuery { CreatedSince = since < placed ? since : placed };
    }

    /// <summary>Asks for an order that the list tells too little of to import it; nothing when it cannot be read now.</summary>
    private static async Task<MarketplaceOrder?> DetailsAsync(IMarketplaceClient client, MarketplaceOrder order, CancellationToken cancellationToken)
    {
        var isOpen = order.State == MarketplaceOrderState.AwaitingAcceptance || order.State == MarketplaceOrderState.ReadyToShip;
        if (!isOpen || (order.Amounts is not null && order.Lines.All(static line => line.UnitPrice is not null && line.GoodsPrice is not null)))
        {
            return order;
        }

        try
        {
            return await client.FindOrderAsync(order.Id, cancellationToken).ConfigureAwait(false) ?? order;
        }
        catch (CommerceException)
        {
            return null;
        }
    }
}
