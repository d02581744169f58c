using Commerce.Marketplaces;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>
/// Gathers changed quantities for five seconds and sends them in one import; one import at a time. All quantities are sent again every hour, so that
/// what was refused or lost is made good. Keys are accounts.
/// </summary>
/// <param name="services">Where the accounts are found.</param>
/// <param name="options">When to try again and when to send all.</param>
public sealed class MarketplaceStockAgent(IServiceProvider services, IOptions<MarketplacesOptions> options) :
    OfferPushAgent<StockPushes, SentStock, int>(services, options),
    IHandle<QueueStockPush, StockPushes>, IHandle<PushStock, StockPushes>, IHandle<PollStockPush, StockPushes>, IHandle<ReconcileOffers, StockPushes>
{
    private protected override string Kind => SyncKinds.Stock;

    /// <inheritdoc/>
    public async Task HandleAsync(QueueStockPush message, AgentContext<StockPushes> context, CancellationToken cancellationToken)
    {
        await context.Repository<OutboundChange>().PutAsync(new OutboundChange
        {
            Id = OutboundChange.IdOf(message.Account, message.Sku),
            Account = message.Account,
            Sku = message.Sku,
            Quantity = message.Quantity,
            ChangedAt = context.Clock.GetUtcNow(),
        }).ConfigureAwait(false);
        Queue(message.Account, message.Sku, message.Quantity, context);
        if (!context.State.IsReconciled)
        {
            context.State = context.State with { IsReconciled = true };
            context.Schedule(new ReconcileOffers(message.Account), Options.ReconcileInterval, "reconcile");
        }
    }

    /// <inheritdoc/>
    public Task HandleAsync(PushStock message, AgentContext<StockPushes> context, CancellationToken cancellationToken) =>
        SendAsync(message, message.Account, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PollStockPush message, AgentContext<StockPushes> context, CancellationToken cancellationToken) =>
        LookAsync(message.Account, context, cancellationToken);

    /// <inheritdoc/>
    public async Task HandleAsync(ReconcileOffers message, AgentContext<StockPushes> context, CancellationToken cancellationToken)
    {
        var account = message.Account;
        var all = await context.Repository<OutboundChange>().AllAsync(change => change.Account == account).ConfigureAwait(false);
        context.State = context.State with { Pending = all.ToDictionary(static change => change.Sku, static change => change.Quantity) };
        Plan(account, TimeSpan.Zero, context);
        context.Schedule(message, Options.ReconcileInterval, "reconcile");
    }

    private protected override IMessage SendingOf(string account) => new PushStock(account);

    private protected override IMessage LookOf(string account) => new PollStockPush(account);

    private protected override async Task<(IReadOnlyList<SentStock> Sent, OfferBatch Batch)> SendAsync(
        IMarketplaceClient client, string account, IReadOnlyDictionary<Sku, int> values, AgentContext<StockPushes> context, CancellationToken cancellationToken)
    {
        var push = await context.OnceAsync("push", async _ =>
        {
            var names = await context.NameAsync(account, values.Keys).ConfigureAwait(false);
            SentStock[] sent = [.. names.Select(name => new SentStock(name.External, name.Sku, values[name.Sku]))];
            return new StockPush(sent, await client.UpdateStockAsync(
                [.. sent.Select(static item => new StockChange { Sku = item.ExternalSku, Quantity = item.Quantity })], cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
        return (push.Sent, push.Batch);
    }

    private protected override async Task AnsweredAsync(
        string account, IReadOnlyList<(Sku Sku, int Value, string? Refusal)> answers, AgentContext<StockPushes> context)
    {
        foreach (var (sku, quantity, refusal) in answers)
        {
            await NoteAsync<OutboundChange>(OutboundChange.IdOf(account, sku), change => change.Quantity == quantity, refusal, context).ConfigureAwait(false);
            context.Publish(new MarketplaceInventorySynced(account, sku, quantity, refusal));
        }

        var succeeded = answers.Count(static answer => answer.Refusal is null);
        context.Publish(new MarketplaceStockSynced(account, succeeded, answers.Count - succeeded));
    }
}
