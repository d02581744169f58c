using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrderShipped = Commerce.Agents.Domain.Orders.OrderShipped;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Takes each marketplace order over once, answers the marketplace, and tells it the parcel.</summary>
/// <param name="services">Where the accounts are found.</param>
/// <param name="catalog">Which products are ours.</param>
/// <param name="options">The marketplaces' words for carriers.</param>
public sealed class MarketplaceOrderAgent(IServiceProvider services, IProductCatalog catalog, IOptions<MarketplacesOptions> options) :
    IHandle<MarketplaceOrderFound, ImportedOrder>, IHandle<AcceptMarketplaceOrder, ImportedOrder>,
    IHandle<RefuseMarketplaceOrder, ImportedOrder>, IHandle<OrderShipped, ImportedOrder>
{
    /// <inheritdoc/>
    public Task HandleAsync(MarketplaceOrderFound message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        var content = OrderFingerprint.Of(message.Order).ToString();
        if (content == context.State.Content)
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { Content = content, State = message.Order.State, ShipTo = message.Order.ShipTo ?? context.State.ShipTo };
        if (context.State.OrderId is null)
        {
            Import(message, context);
        }
        else
        {
            Release(context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(AcceptMarketplaceOrder message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        if (context.State.OrderId is null || context.State.IsAccepted)
        {
            return;
        }

        if (context.State.State == MarketplaceOrderState.AwaitingAcceptance)
        {
            await DecideAsync(message.Account, new OrderDecision { OrderId = new(message.ExternalId), AcceptedLines = context.State.Lines }, context, cancellationToken).ConfigureAwait(false);
        }

        context.State = context.State with { IsAccepted = true };
        Release(context);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RefuseMarketplaceOrder message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        if (context.State.OrderId is null || context.State.State != MarketplaceOrderState.AwaitingAcceptance)
        {
            return;
        }

        await DecideAsync(
            message.Account,
            new OrderDecision
            {
                OrderId = new(message.ExternalId),
                AcceptedLines = [],
                RefusedLines = context.State.Lines,
                RefusalReason = CancellationReason.OutOfStock,
            },
            context,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(OrderShipped message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        // Orders of the own shop have no marketplace order.
        if (context.State.OrderId is null || context.State.IsShipped)
        {
            return;
        }

        var code = options.Value.CarrierCodes.TryGetValue(message.Carrier, out var known) ? known : null;
        var answer = await context.OnceAsync("ship", async _ => Answer(await Client(message.Channel).ShipOrderAsync(
            new ShipOrderRequest
            {
                OrderId = new(message.ExternalId),
                Parcels =
                [
                    new MarketplaceParcel
                    {
                        TrackingNumber = message.TrackingNumber.Value,
                        Lines = context.State.Parts,
                        CarrierCode = code,
                        CarrierName = code is null ? message.Carrier.Value : null,
                    },
                ],
                ShippedAt = context.Clock.GetUtcNow(),
            },
            cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        Require(answer, message.ExternalId);
        context.State = context.State with { IsShipped = true };
    }

    private static DecisionAnswer Answer<T>(Outcome<T> outcome)
        where T : class => new(outcome.TryGet(out _, out var refusal) ? null : refusal.Message);

    private static void Require(DecisionAnswer answer, string externalId)
    {
        if (answer.Refusal is { } refusal)
        {
            throw new CommerceException(CommerceErrorKind.Conflict, $"The marketplace refuses what was decided about {externalId}: {refusal}");
        }
    }

    private static void Release(AgentContext<ImportedOrder> context)
    {
        var order = context.State;
        if (order is { IsAccepted: true, IsReleased: false, ShipTo: { } shipTo } && order.State == MarketplaceOrderState.ReadyToShip)
        {
            context.State = order with { IsReleased = true };
            context.Publish(new MarketplaceOrderReleased(order.OrderId!.Value, shipTo));
        }
    }

    private IMarketplaceClient Client(string account) => services.GetRequiredKeyedService<IMarketplaceClient>(account);

    private void Import(MarketplaceOrderFound message, AgentContext<ImportedOrder> context)
    {
        var order = message.Order;
        if (order.State != MarketplaceOrderState.AwaitingAcceptance && order.State != MarketplaceOrderState.ReadyToShip)
        {
            return;
        }

        // What the marketplace ships is not ours to reserve or to ship.
        var own = order.Lines.Where(line => line.FulfilledBy == FulfilmentParty.Seller).ToList();

        // Without prices there is nothing to book yet: the order comes again when it has them.
        if (own.Count == 0 || order.Amounts is not { } amounts || own.Exists(line => line.UnitPrice is null || line.GoodsPrice is null))
        {
            return;
        }

        var zero = Money.Zero(amounts.Total.Currency);
        var lines = new List<OrderLine>();
        foreach (var line in own)
        {
            if (line.Sku is not { } sku || catalog.Find(sku) is not { } product)
            {
                context.Publish(new MarketplaceOrderQuarantined(
                    message.Account, order.Id.Value, $"The product {line.Sku?.Value ?? line.VendorProductId} is not known: add it to the catalogue."));
                return;
            }

            lines.Add(new OrderLine
            {
                Sku = sku,
                Title = line.Title,
                Quantity = line.Quantity,
                UnitPrice = line.UnitPrice!.Value,
                Net = order.PricesIncludeTax == false ? line.GoodsPrice!.Value : line.GoodsPrice!.Value - (line.Tax ?? zero),
                Tax = line.Tax ?? zero,
                UnitWeight = product.Weight,
                UnitSize = product.Size,
            });
        }

        var isWhole = own.Count == order.Lines.Count;
        var id = OrderKeys.From(message.Account, order.Id.Value);
        context.State = context.State with { OrderId = id, Lines = [.. own.Select(line => line.Id)], Parts = isWhole ? [] : Parts(own) };
        context.Send(new ImportOrder(
            id,
            message.Account,
            order.Id.Value,
            lines,
            isWhole ? new OrderTotals(amounts.Goods, zero, amounts.Shipping ?? zero, amounts.Tax ?? zero, amounts.Total) : Totals(own, zero, order.PricesIncludeTax),
            (isWhole ? amounts.Commission : Sum(own, zero, static line => line.Commission)) ?? zero));
    }

    private static List<ParcelLine> Parts(IEnumerable<MarketplaceOrderLine> own) =>
        [.. own.Where(static line => line.Quantity > line.CancelledQuantity).Select(static line => new ParcelLine { LineId = line.Id, Quantity = line.Quantity - line.CancelledQuantity })];

    private static OrderTotals Totals(IReadOnlyList<MarketplaceOrderLine> own, Money zero, bool? includeTax)
    {
        var (goods, shipping) = (Sum(own, zero, static line => line.GoodsPrice), Sum(own, zero, static line => line.Shipping));
        var tax = Sum(own, zero, static line => line.Tax);
        return new OrderTotals(goods, zero, shipping, tax, goods + shipping + (includeTax == false ? tax : zero));
    }

    private static Money Sum(IEnumerable<MarketplaceOrderLine> lines, Money zero, Func<MarketplaceOrderLine, Money?> of) =>
        lines.Aggregate(zero, (sum, line) => sum + (of(line) ?? zero));

    private async Task DecideAsync(string account, OrderDecision decision, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        if (Client(account) is IOrderAcceptance acceptance)
        {
            var answer = await context.OnceAsync("decide", async _ =>
                Answer(await acceptance.DecideOrderAsync(decision, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
            Require(answer, decision.OrderId.Value);
        }
    }
}
