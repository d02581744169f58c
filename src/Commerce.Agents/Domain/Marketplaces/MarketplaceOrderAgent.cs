using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Sync;
using Microsoft.Extensions.Options;
using OrderCancelled = Commerce.Agents.Domain.Orders.OrderCancelled;
using OrderShipped = Commerce.Agents.Domain.Orders.OrderShipped;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Takes each marketplace order over once, answers the marketplace, and tells it the parcel or the cancellation. Keys are <c>account/external id</c>.</summary>
/// <param name="services">Where the accounts are found.</param>
/// <param name="catalog">Which products are ours.</param>
/// <param name="options">The marketplaces' words for carriers, and their commissions.</param>
public sealed partial class MarketplaceOrderAgent(IServiceProvider services, IProductCatalog catalog, IOptions<MarketplacesOptions> options) :
    IHandle<MarketplaceOrderFound, ImportedOrder>, IHandle<RetryQuarantined, ImportedOrder>, IHandle<AcceptMarketplaceOrder, ImportedOrder>,
    IHandle<RefuseMarketplaceOrder, ImportedOrder>, IHandle<OrderShipped, ImportedOrder>, IHandle<OrderCancelled, ImportedOrder>,
    IHandle<CheckMarketplaceCancellation, ImportedOrder>
{
    /// <inheritdoc/>
    public async Task HandleAsync(MarketplaceOrderFound message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        var order = message.Order;
        var content = OrderFingerprint.Of(order).ToString();
        if (content == context.State.Content)
        {
            return;
        }

        context.State = context.State with
        {
            Content = content,
            State = order.State,
            ShipTo = order.ShipTo ?? context.State.ShipTo,
            ReceivedAt = context.State.ReceivedAt ?? context.Clock.GetUtcNow(),
        };
        if (context.State.OrderId is { } id)
        {
            Follow(message.Account, order, context);
            Release(context);
            context.Publish(new MarketplaceOrderUpdated(message.Account, order.Id.Value, id, order.State));
        }
        else
        {
            await ImportAsync(message.Account, order, context).ConfigureAwait(false);
        }

        await KeepAsync(message.Account, order.Id.Value, context).ConfigureAwait(false);
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
        Move(context, MarketplaceOrderStatus.Confirmed);
        Release(context);
        await KeepAsync(message.Account, message.ExternalId, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RefuseMarketplaceOrder message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        // Where it cannot be refused it is cancelled, once our order is.
        if (context.State is { OrderId: not null, IsCancelled: false }
            && await RefuseAsync(message.Account, message.ExternalId, CancellationReason.OutOfStock, context, cancellationToken).ConfigureAwait(false))
        {
            await KeepAsync(message.Account, message.ExternalId, context).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(OrderShipped message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        // Orders of the own shop have no marketplace order.
        if (context.State.OrderId is null || context.State.IsShipped)
        {
            return;
        }

        var client = services.Marketplace(message.Channel);
        var answer = await context.OnceAsync("ship", async _ => Answer(await client.ShipOrderAsync(
            new ShipOrderRequest
            {
                OrderId = new(message.ExternalId),
                Parcels =
                [
                    new MarketplaceParcel
                    {
                        TrackingNumber = message.TrackingNumber.Value,
                        Lines = context.State.Parts,
                        CarrierCode = options.Value.CarrierCodes.Find(client, message.Carrier),
                        CarrierName = CarrierCodes.NameOf(message.Carrier),
                    },
                ],
                ShippedAt = context.Clock.GetUtcNow(),
            },
            cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        Require(answer, message.ExternalId);
        context.State = context.State with { IsShipped = true };
        Move(context, MarketplaceOrderStatus.Shipped);
        await KeepAsync(message.Channel, message.ExternalId, context).ConfigureAwait(false);
    }

    private static DecisionAnswer Answer<T>(Outcome<T> outcome)
        where T : class => new(outcome.Refusal?.Message);

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
        if (order is { IsAccepted: true, IsReleased: false, IsCancelled: false, ShipTo: { } shipTo } && order.State == MarketplaceOrderState.ReadyToShip)
        {
            context.State = order with { IsReleased = true };
            context.Publish(new MarketplaceOrderReleased(order.OrderId!.Value, shipTo));
        }
    }

    /// <summary>Moves the order on, if the table of transitions allows it; what comes late changes nothing.</summary>
    private static bool Move(AgentContext<ImportedOrder> context, MarketplaceOrderStatus to)
    {
        if (!MarketplaceOrderTransitions.Table.Allows(context.State.Status, to))
        {
            return false;
        }

        context.State = context.State with { Status = to };
        return true;
    }

    private static Task KeepAsync(string account, string externalId, AgentContext<ImportedOrder> context)
    {
        var order = context.State;
        var now = context.Clock.GetUtcNow();
        return context.Repository<MarketplaceOrderRecord>().PutAsync(new MarketplaceOrderRecord
        {
            Id = OrderKeys.From(account, externalId).Value,
            Account = account,
            ExternalId = externalId,
            Status = order.Status,
            Content = order.Content,
            OrderId = order.OrderId,
            Reasons = order.Reasons,
            Commission = order.Commission,
            IsCommissionFlagged = order.Commission?.IsFlagged == true,
            Note = order.Note,
            ReceivedAt = order.ReceivedAt ?? now,
            ChangedAt = now,
        });
    }

    private async Task DecideAsync(string account, OrderDecision decision, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        if (services.Marketplace(account) is IOrderAcceptance acceptance)
        {
            var answer = await context.OnceAsync("decide", async _ =>
                Answer(await acceptance.DecideOrderAsync(decision, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
            Require(answer, decision.OrderId.Value);
        }
    }
}
