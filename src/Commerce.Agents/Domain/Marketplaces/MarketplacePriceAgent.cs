using Commerce.Agents.Domain.Catalog;
using Commerce.Marketplaces;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>
/// Gathers changed prices for five seconds and sends them in one import; one import at a time. What was refused is sent again every hour until it is
/// taken. Keys are accounts.
/// </summary>
/// <param name="services">Where the accounts are found.</param>
/// <param name="catalog">Which products are ours.</param>
/// <param name="options">The accounts' rules, and when to try again.</param>
public sealed class MarketplacePriceAgent(IServiceProvider services, IProductCatalog catalog, IOptions<MarketplacesOptions> options) :
    OfferPushAgent<PricePushes, SentPrice, Money>(services, options),
    IHandle<PushPrice, PricePushes>, IHandle<SendPrices, PricePushes>, IHandle<PollPricePush, PricePushes>, IHandle<RetryPrices, PricePushes>
{
    private protected override string Kind => SyncKinds.Prices;

    /// <inheritdoc/>
    public async Task HandleAsync(PushPrice message, AgentContext<PricePushes> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireAccount(Options, message.Account);
        refusals.Require(catalog.Find(message.Sku) is not null, "Sku", $"The product {message.Sku} is not known: add it to the catalogue first.");
        refusals.Require(message.Price.Amount > 0, "Price", $"Price is {message.Price}: give more than 0.");
        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.Sku.Value));
            return;
        }

        var price = Options.PriceRuleOf(message.Account).Apply(message.Price);
        await context.Repository<OutboundPrice>().PutAsync(new OutboundPrice
        {
            Id = OutboundPrice.IdOf(message.Account, message.Sku),
            Account = message.Account,
            Sku = message.Sku,
            ShopPrice = message.Price,
            Price = price,
            ChangedAt = context.Clock.GetUtcNow(),
        }).ConfigureAwait(false);
        Queue(message.Account, message.Sku, price, context);
        context.Reply(Answer.Done(message.Sku.Value));
    }

    /// <inheritdoc/>
    public Task HandleAsync(SendPrices message, AgentContext<PricePushes> context, CancellationToken cancellationToken) =>
        SendAsync(message, message.Account, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PollPricePush message, AgentContext<PricePushes> context, CancellationToken cancellationToken) =>
        LookAsync(message.Account, context, cancellationToken);

    /// <inheritdoc/>
    public async Task HandleAsync(RetryPrices message, AgentContext<PricePushes> context, CancellationToken cancellationToken)
    {
        var account = message.Account;
        var refused = await context.Repository<OutboundPrice>()
            .AllAsync(price => price.Account == account && price.Status == OutboundStatus.Refused).ConfigureAwait(false);
        var pending = new Dictionary<Sku, Money>(context.State.Pending);
        foreach (var price in refused)
        {
            pending.TryAdd(price.Sku, price.Price);
        }

        context.State = context.State with { Pending = pending };
        Plan(account, TimeSpan.Zero, context);
    }

    private protected override IMessage SendingOf(string account) => new SendPrices(account);

    private protected override IMessage LookOf(string account) => new PollPricePush(account);

    private protected override async Task<(IReadOnlyList<SentPrice> Sent, OfferBatch Batch)> SendAsync(
        IMarketplaceClient client, string account, IReadOnlyDictionary<Sku, Money> values, AgentContext<PricePushes> context, CancellationToken cancellationToken)
    {
        var push = await context.OnceAsync("push", async _ =>
        {
            var names = await context.NameAsync(account, values.Keys).ConfigureAwait(false);
            SentPrice[] sent = [.. names.Select(name => new SentPrice(name.External, name.Sku, values[name.Sku]))];
            return new PricePush(sent, await client.UpdatePricesAsync(
                [.. sent.Select(static item => new PriceChange { Sku = item.ExternalSku, Price = item.Price })], cancellationToken).ConfigureAwait(false));
        }).ConfigureAwait(false);
        return (push.Sent, push.Batch);
    }

    private protected override async Task AnsweredAsync(
        string account, IReadOnlyList<(Sku Sku, Money Value, string? Refusal)> answers, AgentContext<PricePushes> context)
    {
        foreach (var (sku, price, refusal) in answers)
        {
            await NoteAsync<OutboundPrice>(OutboundPrice.IdOf(account, sku), outbound => outbound.Price == price, refusal, context).ConfigureAwait(false);
            context.Publish(new MarketplacePriceSynced(account, sku, price, refusal));
        }

        if (answers.Any(static answer => answer.Refusal is not null))
        {
            context.Schedule(new RetryPrices(account), Options.ReconcileInterval, "retry");
        }
    }
}
