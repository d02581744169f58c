using Commerce.Marketplaces;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Gathers changed quantities for five seconds and sends them in one import; one import at a time.</summary>
/// <param name="services">Where the accounts are found.</param>
public sealed class MarketplaceStockAgent(IServiceProvider services) :
    IHandle<QueueStockPush, StockPushes>, IHandle<PushStock, StockPushes>, IHandle<PollStockPush, StockPushes>
{
    private static readonly TimeSpan GatherTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task HandleAsync(QueueStockPush message, AgentContext<StockPushes> context, CancellationToken cancellationToken)
    {
        context.State = context.State with
        {
            Pending = new Dictionary<Sku, int>(context.State.Pending) { [message.Sku] = message.Quantity },
        };
        if (!context.State.IsBusy)
        {
            context.State = context.State with { IsBusy = true };
            context.Schedule(new PushStock(message.Account), GatherTime, "push");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PushStock message, AgentContext<StockPushes> context, CancellationToken cancellationToken)
    {
        if (context.State.Pending.Count == 0 || context.State.Batch is not null)
        {
            return;
        }

        var batch = await context.OnceAsync("push", _ => services.GetRequiredKeyedService<IMarketplaceClient>(message.Account).UpdateStockAsync(
            [.. context.State.Pending.Select(item => new StockChange { Sku = item.Key, Quantity = item.Value })], cancellationToken)).ConfigureAwait(false);
        context.State = context.State with { Pending = new Dictionary<Sku, int>(), Batch = batch };
        Follow(message.Account, context);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PollStockPush message, AgentContext<StockPushes> context, CancellationToken cancellationToken)
    {
        if (context.State.Batch is { } batch)
        {
            batch = await services.GetRequiredKeyedService<IMarketplaceClient>(message.Account).GetBatchAsync(batch, cancellationToken).ConfigureAwait(false);
            context.State = context.State with { Batch = batch };
            Follow(message.Account, context);
        }
    }

    private static void Follow(string account, AgentContext<StockPushes> context)
    {
        var batch = context.State.Batch!;
        if (batch.State == OfferBatchState.Running)
        {
            context.Schedule(new PollStockPush(account), PollInterval, "poll");
            return;
        }

        var succeeded = batch.Items.Count(item => item.IsSuccess);
        context.Publish(new MarketplaceStockSynced(account, succeeded, batch.Keys.Count - succeeded));
        context.State = context.State with { Batch = null, IsBusy = context.State.Pending.Count > 0 };
        if (context.State.IsBusy)
        {
            context.Schedule(new PushStock(account), GatherTime, "push");
        }
    }
}
