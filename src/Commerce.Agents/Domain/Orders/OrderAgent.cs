using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Pricing;
using Commerce.Agents.Domain.Shipping;
using Commerce.Payments;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Owns orders: prices and accepts them, and lets their status follow what the other agents report.</summary>
/// <param name="catalog">Where prices come from; never from the caller.</param>
/// <param name="options">Shipping price, bounds and countries.</param>
/// <param name="payments">Tax rates and rates of exchange.</param>
/// <param name="promotionOptions">How promotions combine.</param>
/// <param name="promotions">The promotions, where the host has any.</param>
/// <param name="exemptions">The buyers' exemptions of tax, where payments are in the host.</param>
/// <param name="authority">Who knows VAT numbers, where payments are in the host.</param>
public sealed partial class OrderAgent(
    IProductCatalog catalog,
    IOptions<OrderOptions> options,
    IOptions<PaymentAgentOptions> payments,
    IOptions<PromotionOptions> promotionOptions,
    IPromotionBook? promotions = null,
    ITaxExemptionBook? exemptions = null,
    IVatNumberValidator? authority = null) :
    IHandle<PlaceOrder, Order>, IHandle<QuoteOrder, Order>, IHandle<ImportOrder, Order>, IHandle<ConfirmOrder, Order>, IHandle<HoldOrder, Order>,
    IHandle<FailOrderPayment, Order>, IHandle<CancelOrder, Order>, IHandle<FraudAssessed, Order>, IHandle<FraudReviewed, Order>,
    IHandle<PaymentAuthorized, Order>, IHandle<PaymentCaptured, Order>, IHandle<PaymentVoided, Order>, IHandle<PaymentExpired, Order>, IHandle<PickListCreated, Order>, IHandle<ShipmentCreated, Order>,
    IHandle<ShipmentStatusChanged, Order>, IHandle<NoCarrierAvailable, Order>, IHandle<CheckCancellable, Order>, IHandle<RefundCompleted, Order>,
    IHandle<ModifyOrder, Order>, IHandle<ReleaseHold, Order>, IHandle<RetryPayment, Order>, IHandle<AddOrderNote, Order>, IHandle<TagOrder, Order>,
    IHandle<RecordDeliveryAttempt, Order>, IHandle<OrderDue, Order>, IHandle<BackorderReady, Order>
{
    /// <summary>Why an order waits for a fraud review: only the decision of the review lets it go on.</summary>
    public const string FraudHold = "fraud review";

    /// <summary>Why an order waits that may be the same basket sent twice.</summary>
    public const string DuplicateHold = "possible duplicate";

    /// <summary>Why an order waits for units that are not there: it goes on when they are.</summary>
    public const string BackorderHold = "backorder";

    private const string DueTimer = "due";

    private readonly OrderPricer _pricer = new(catalog, options, payments, promotionOptions, promotions, exemptions, authority);

    /// <inheritdoc/>
    public async Task HandleAsync(PlaceOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var fingerprint = OrderKeys.Fingerprint(message.Draft);
        if (context.State.Status != OrderStatus.None)
        {
            context.Reply(context.State.Draft == fingerprint
                ? new OrderReceipt(message.OrderId, context.State.Number, context.State.Totals, [], IsKnown: true)
                : new OrderReceipt(message.OrderId, "", null, [new Refusal(RefusalCode.Duplicate, "Another order has this id: give each its own.") { Field = "OrderId" }]));
            return;
        }

        var (draft, now) = (message.Draft, context.Clock.GetUtcNow());
        var quote = await _pricer.QuoteAsync(message.OrderId, draft, context, cancellationToken).ConfigureAwait(false);
        if (quote.Refusals.Count > 0)
        {
            context.Reply(new OrderReceipt(message.OrderId, "", quote.Priced?.Totals, quote.Refusals));
            return;
        }

        var (lines, totals, _) = quote.Priced!;
        var number = OrderKeys.Number("ORD", now, context.NewId());
        context.State = new Order
        {
            Number = number,
            Draft = fingerprint,
            Customer = draft.Customer,
            PlacedAt = now,
            Lines = lines,
            Totals = totals,
            PaymentStatus = PaymentState.Pending,
            VatNumber = draft.VatNumber,
            ShipTo = draft.ShipTo,
            RequiredBy = draft.RequiredBy,
            Priority = draft.Priority,
        };
        await MoveAsync(context, message.OrderId, OrderStatus.Pending, "placed").ConfigureAwait(false);
        context.Publish(new OrderPlaced(message.OrderId, number, draft, lines, totals));
        context.Send(quote.Sale!);
        if (quote.Promotions is { } applied)
        {
            context.Send(new RecordPromotions(message.OrderId, draft.Customer, applied));
        }

        context.Reply(new OrderReceipt(message.OrderId, number, totals, []));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(QuoteOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var quote = await _pricer.QuoteAsync(message.OrderId, message.Draft, context, cancellationToken).ConfigureAwait(false);
        context.Reply(new OrderReceipt(message.OrderId, "", quote.Priced?.Totals, quote.Refusals));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ImportOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != OrderStatus.None)
        {
            return;
        }

        var now = context.Clock.GetUtcNow();
        var number = OrderKeys.Number("ORD", now, context.NewId());
        context.State = new Order
        {
            Number = number,
            Channel = message.Account,
            ExternalId = message.ExternalId,
            PlacedAt = now,
            Lines = message.Lines,
            Totals = message.Totals,
            Commission = message.Commission,
        };
        await MoveAsync(context, message.OrderId, OrderStatus.Pending, $"imported from {message.Account}").ConfigureAwait(false);
        context.Publish(new OrderImported(message.OrderId, number, message.Account, message.ExternalId, message.Lines) { ShipTo = message.ShipTo });
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ConfirmOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var order = context.State;
        if ((order.ShipTo ?? message.ShipTo) is not { } shipTo || order.Status is not (OrderStatus.Pending or OrderStatus.OnHold) || order.IsSecured)
        {
            return;
        }

        var parts = message.Parts.Count > 0 ? message.Parts : [new OrderPart { Warehouse = StockPlace.Main, Lines = FulfilmentParts.Quantities(order.Lines) }];
        context.State = order with { ShipTo = shipTo, Parts = parts };
        if (order.Status == OrderStatus.Pending)
        {
            await ConfirmAsync(message.OrderId, "stock and money are safe", context).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(FailOrderPayment message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (await MoveAsync(context, message.OrderId, OrderStatus.PaymentFailed, $"declined: {message.DeclineCode}").ConfigureAwait(false))
        {
            context.State = context.State with { PaymentStatus = PaymentState.Failed };
            context.Publish(new OrderPaymentFailed(message.OrderId, context.State.Number, message.DeclineCode, message.BuyerMessage));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RetryPayment message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var id = message.OrderId.ToString();
        if (context.State.Status != OrderStatus.PaymentFailed)
        {
            context.Reply(Answer.Refused(id, new Refusal(
                RefusalCode.InvalidTransition, $"The order is {context.State.Status}: only one whose payment failed is paid again.") { Field = "Status" }));
            return;
        }

        await MoveAsync(context, message.OrderId, OrderStatus.Pending, "paid again").ConfigureAwait(false);
        context.State = context.State with { PaymentStatus = PaymentState.Pending };
        context.Publish(new OrderPaymentRetried(message.OrderId, message.Method));
        context.Reply(Answer.Done(id));
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancelOrder message, AgentContext<Order> context, CancellationToken cancellationToken) =>
        CancelAsync(message.OrderId, message.Reason, context);

    /// <inheritdoc/>
    public Task HandleAsync(FraudAssessed message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var (score, decision) = (message.Assessment.Score, message.Assessment.Decision);
        context.State = (context.State with { FraudScore = score }).Noting(context.Clock.GetUtcNow(), $"fraud score {score}: {decision}");
        context.Publish(new OrderValidated(message.OrderId, score, decision));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentAuthorized message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { PaymentStatus = PaymentState.Authorized, Authorized = message.Amount })
            .Noting(context.Clock.GetUtcNow(), $"{message.Amount} held");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentVoided message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { PaymentStatus = PaymentState.Cancelled, Authorized = null })
            .Noting(context.Clock.GetUtcNow(), $"{message.Amount} let go");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentExpired message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { PaymentStatus = PaymentState.Expired, Authorized = null })
            .Noting(context.Clock.GetUtcNow(), $"{message.Amount} no longer held");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentCaptured message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { PaymentStatus = PaymentState.Succeeded, Captured = message.Amount })
            .Noting(context.Clock.GetUtcNow(), $"{message.Amount} taken");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CheckCancellable message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.Publish(new CancellationChecked(message.OrderId, message.RequestId, context.State.Status));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RefundCompleted message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { PaymentStatus = message.IsAll ? PaymentState.Refunded : PaymentState.PartiallyRefunded })
            .Noting(context.Clock.GetUtcNow(), $"{message.Amount} given back");
        if (message.IsAll && await MoveAsync(context, message.OrderId, OrderStatus.Refunded, "all money is back").ConfigureAwait(false))
        {
            context.Publish(new OrderRefunded(message.OrderId, context.State.Captured!.Value));
        }
    }

    /// <summary>Lets the parts be picked; told again when a hold has ended, and then packed parts are told to be ready again.</summary>
    private static async Task ConfirmAsync(OrderId orderId, string what, AgentContext<Order> context)
    {
        var order = context.State;
        await MoveAsync(context, orderId, OrderStatus.Confirmed, what).ConfigureAwait(false);
        if (!order.IsConfirmed)
        {
            context.State = context.State with { IsConfirmed = true };
            context.Publish(new OrderConfirmed(orderId, order.Number, order.Lines, order.ShipTo!, order.RequiredBy));
        }

        context.Publish(new FulfilmentPlanned(
            orderId,
            order.Number,
            order.Parts.Count == 1 ? FulfilmentStrategy.SingleWarehouse : FulfilmentStrategy.SplitShipment,
            FulfilmentParts.Plan(order.Lines, order.Parts),
            order.ShipTo!,
            order.RequiredBy,
            order.Priority));
    }

    private static async Task CancelAsync(OrderId orderId, string reason, AgentContext<Order> context)
    {
        if (await MoveAsync(context, orderId, OrderStatus.Cancelled, reason).ConfigureAwait(false))
        {
            context.Publish(new OrderCancelled(orderId, context.State.Number, reason, context.State.Channel, context.State.ExternalId));
            if (context.State.Replaces is { } original)
            {
                context.Send(new ReplacementCancelled(original, orderId));
            }
        }
        else
        {
            context.Publish(new CancellationImpossible(orderId, context.State.Status));
        }
    }

    /// <summary>Moves the order on, if the table of transitions allows it; an event that comes late changes nothing.</summary>
    private static async Task<bool> MoveAsync(AgentContext<Order> context, OrderId orderId, OrderStatus to, string what)
    {
        var order = context.State;
        if (!OrderTransitions.Table.Allows(order.Status, to))
        {
            return false;
        }

        context.State = (order with { Status = to }).Noting(context.Clock.GetUtcNow(), what);
        await context.Repository<OrderRecord>().PutAsync(OrderRecord.Of(orderId, context.State)).ConfigureAwait(false);
        if (OrderTimes.Of(to) is { } patience)
        {
            context.Schedule(new OrderDue(orderId, to), patience, DueTimer);
        }
        else if (OrderTimes.Of(order.Status) is not null)
        {
            context.Cancel(DueTimer);
        }

        return true;
    }
}
