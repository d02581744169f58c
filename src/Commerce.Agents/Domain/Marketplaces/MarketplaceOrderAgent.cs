using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
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
        var content = OrderFingerprint.Of(message.Order);
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

        var lines = new List<OrderLine>();
        foreach (var line in order.Lines)
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
                UnitPrice = line.UnitPrice,
                Net = order.PricesIncludeTax ? line.GoodsPrice - line.Tax : line.GoodsPrice,
                Tax = line.Tax,
                UnitWeight = product.Weight,
                UnitSize = product.Size,
            });
        }

        var id = OrderKeys.From(message.Account, order.Id.Value);
        context.State = context.State with { OrderId = id, Lines = [.. order.Lines.Select(line => line.Id)] };
        var amounts = order.Amounts;
        context.Send(new ImportOrder(
            id,
            message.Account,
            order.Id.Value,
            lines,
            new OrderTotals(amounts.Goods, Money.Zero(amounts.Total.Currency), amounts.Shipping, amounts.Tax, amounts.Total),
            amounts.Commission ?? Money.Zero(amounts.Total.Currency)));
    }

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
