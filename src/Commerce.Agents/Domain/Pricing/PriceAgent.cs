using Commerce.Agents.Domain.Catalog;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Sets prices and tells of changes. Keys are SKUs.</summary>
/// <param name="catalog">Which products there are, and their prices before the first change.</param>
public sealed class PriceAgent(IProductCatalog catalog) : IHandle<SetPrice, ShopPrice>
{
    private const int MaxReason = 200;
    private const int MaxActor = 100;

    /// <inheritdoc/>
    public Task HandleAsync(SetPrice message, AgentContext<ShopPrice> context, CancellationToken cancellationToken)
    {
        var (price, product) = (message.Price, catalog.Find(message.Sku));
        var old = context.State.Price ?? product?.Price;
        var refusals = new Refusals();
        if (product is null)
        {
            refusals.Add(RefusalCode.NotFound, "Sku", $"The product {message.Sku} is not known: add it to the catalogue first.");
        }

        refusals.Require(price.Amount > 0 && price.Round() == price, "Price", $"Price is {price.Amount}: give more than 0, rounded to {price.Currency.Exponent} decimals.");
        refusals.Require(old is null || old.Value.Currency == price.Currency, "Price", $"Price is in {price.Currency}: give it in {old?.Currency}.");
        refusals.RequireText(message.Reason, MaxReason, "Reason");
        refusals.RequireText(message.Actor, MaxActor, "Actor");
        if (!refusals.Any && old is { } before && before != price)
        {
            var now = context.Clock.GetUtcNow();
            context.State = new ShopPrice { Price = price, Old = before, ChangedAt = now, Reason = message.Reason, Actor = message.Actor };
            context.Publish(new PriceChanged(message.Sku, before, price, ChangeOf(before, price), message.Reason, now));
        }

        context.Reply(refusals.Answer(message.Sku.Value));
        return Task.CompletedTask;
    }

    private static decimal? ChangeOf(Money before, Money price) => before.IsZero
        ? null
        : Math.Round((price.Amount - before.Amount) / before.Amount * 100, 2, MidpointRounding.AwayFromZero);
}
