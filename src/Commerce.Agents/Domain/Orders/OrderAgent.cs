using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Owns orders: prices and accepts them, and lets their status follow what the other agents report.</summary>
/// <param name="catalog">Where prices come from; never from the caller.</param>
/// <param name="options">Shipping price and bounds.</param>
public sealed class OrderAgent(IProductCatalog catalog, IOptions<OrderOptions> options) :
    IHandle<PlaceOrder, Order>, IHandle<ImportOrder, Order>, IHandle<ConfirmOrder, Order>, IHandle<HoldOrder, Order>,
    IHandle<FailOrderPayment, Order>, IHandle<CancelOrder, Order>, IHandle<FraudAssessed, Order>, IHandle<PaymentAuthorized, Order>,
    IHandle<PaymentCaptured, Order>, IHandle<PickListCreated, Order>, IHandle<ShipmentCreated, Order>, IHandle<ShipmentStatusChanged, Order>,
    IHandle<NoCarrierAvailable, Order>
{
    private const int MaxQuantity = 999;

    /// <inheritdoc/>
    public Task HandleAsync(PlaceOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != OrderStatus.None)
        {
            context.Reply(new OrderReceipt(message.OrderId, context.State.Number, context.State.Totals, []));
            return Task.CompletedTask;
        }

        var refusals = Check(message.Draft, out var items);
        if (refusals.Count > 0)
        {
            context.Reply(new OrderReceipt(message.OrderId, "", null, refusals));
            return Task.CompletedTask;
        }

        var (lines, totals) = OrderPricing.Price(items, message.Draft.Discount, options.Value, VatRates.Of(message.Draft.ShipTo.Address.Country)!.Value);
        if (totals.Total.Amount < options.Value.MinTotal || totals.Total.Amount > options.Value.MaxTotal)
        {
            var refusal = new Refusal(RefusalCode.Validation, $"The total is {totals.Total}: orders of {options.Value.MinTotal} to {options.Value.MaxTotal} are taken.") { Field = "Items" };
            context.Reply(new OrderReceipt(message.OrderId, "", totals, [refusal]));
            return Task.CompletedTask;
        }

        var number = OrderKeys.Number("ORD", context.Clock.GetUtcNow(), context.NewId());
        context.State = (new Order
        {
            Number = number,
            Status = OrderStatus.Pending,
            Lines = lines,
            Totals = totals,
            ShipTo = message.Draft.ShipTo,
            RequiredBy = message.Draft.RequiredBy,
        }).Noting(context.Clock.GetUtcNow(), "placed");
        context.Publish(new OrderPlaced(message.OrderId, number, message.Draft, lines, totals));
        context.Reply(new OrderReceipt(message.OrderId, number, totals, []));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ImportOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != OrderStatus.None)
        {
            return Task.CompletedTask;
        }

        var number = OrderKeys.Number("ORD", context.Clock.GetUtcNow(), context.NewId());
        context.State = (new Order
        {
            Number = number,
            Channel = message.Account,
            ExternalId = message.ExternalId,
            Status = OrderStatus.Pending,
            Lines = message.Lines,
            Totals = message.Totals,
            Commission = message.Commission,
        }).Noting(context.Clock.GetUtcNow(), $"imported from {message.Account}");
        context.Publish(new OrderImported(message.OrderId, number, message.Account, message.ExternalId, message.Lines));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ConfirmOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var order = context.State;
        var shipTo = message.ShipTo ?? order.ShipTo;
        if (shipTo is not null && Move(context, OrderStatus.Confirmed, "stock and money are safe"))
        {
            context.State = context.State with { ShipTo = shipTo };
            context.Publish(new OrderConfirmed(message.OrderId, order.Number, order.Lines, shipTo, order.RequiredBy));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(HoldOrder message, AgentContext<Order> context, CancellationToken cancellationToken) =>
        HoldAsync(message.OrderId, message.Reason, context);

    /// <inheritdoc/>
    public Task HandleAsync(NoCarrierAvailable message, AgentContext<Order> context, CancellationToken cancellationToken) =>
        HoldAsync(message.OrderId, message.Reason, context);

    /// <inheritdoc/>
    public Task HandleAsync(FailOrderPayment message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (Move(context, OrderStatus.PaymentFailed, $"declined: {message.DeclineCode}"))
        {
            context.Publish(new OrderPaymentFailed(message.OrderId, context.State.Number, message.DeclineCode, message.BuyerMessage));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancelOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (Move(context, OrderStatus.Cancelled, message.Reason))
        {
            context.Publish(new OrderCancelled(message.OrderId, context.State.Number, message.Reason));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(FraudAssessed message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { FraudScore = message.Assessment.Score })
            .Noting(context.Clock.GetUtcNow(), $"fraud score {message.Assessment.Score}: {message.Assessment.Decision}");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentAuthorized message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { Authorized = message.Amount }).Noting(context.Clock.GetUtcNow(), $"{message.Amount} held");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentCaptured message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with { Captured = message.Amount }).Noting(context.Clock.GetUtcNow(), $"{message.Amount} taken");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PickListCreated message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        Move(context, OrderStatus.Processing, "being picked");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentCreated message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        context.State = (context.State with
        {
            Carrier = message.Carrier,
            CarrierReason = message.Reason,
            ShippingCost = message.Price,
            TrackingNumber = message.TrackingNumber,
            PromisedDate = message.PromisedDate,
        }).Noting(context.Clock.GetUtcNow(), $"label bought from {message.Carrier}");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentStatusChanged message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var order = context.State;
        if (order.Status == OrderStatus.Processing && IsWithCarrier(message.Status) && Move(context, OrderStatus.Shipped, "with the carrier"))
        {
            foreach (var line in order.Lines)
            {
                context.Send(new FulfilStock(line.Sku, message.OrderId));
            }

            context.Publish(new OrderShipped(
                message.OrderId, order.Number, order.Channel, order.ExternalId, order.Carrier!.Value, order.TrackingNumber!.Value, order.PromisedDate));
        }

        if (message.Status == TrackingStatus.Delivered && Move(context, OrderStatus.Delivered, "delivered"))
        {
            context.Publish(new OrderDelivered(message.OrderId, order.Number, message.At));
        }

        return Task.CompletedTask;
    }

    private static bool IsWithCarrier(TrackingStatus status) => status != TrackingStatus.Created && status != TrackingStatus.Cancelled && status != TrackingStatus.Unknown;

    private static Task HoldAsync(OrderId orderId, string reason, AgentContext<Order> context)
    {
        if (Move(context, OrderStatus.OnHold, reason))
        {
            context.Publish(new OrderOnHold(orderId, context.State.Number, reason));
        }

        return Task.CompletedTask;
    }

    /// <summary>Moves the order on, if the table of transitions allows it; an event that comes late changes nothing.</summary>
    private static bool Move(AgentContext<Order> context, OrderStatus to, string what)
    {
        if (!OrderTransitions.Allows(context.State.Status, to))
        {
            return false;
        }

        context.State = (context.State with { Status = to }).Noting(context.Clock.GetUtcNow(), what);
        return true;
    }

    private List<Refusal> Check(OrderDraft draft, out List<(ProductInfo Product, int Quantity)> items)
    {
        var refusals = new List<Refusal>();
        items = [];
        if (draft.Items.Count == 0)
        {
            Refuse("Items", "Items is empty: order at least one product.");
        }

        foreach (var (sku, quantity) in draft.Items)
        {
            if (quantity is < 1 or > MaxQuantity)
            {
                Refuse($"Items[{sku}]", $"The quantity is {quantity}: give 1 to {MaxQuantity}.");
            }

            if (catalog.Find(sku) is { } product)
            {
                items.Add((product, quantity));
            }
            else
            {
                Refuse($"Items[{sku}]", $"The product {sku} is not on sale.");
            }
        }

        if (VatRates.Of(draft.ShipTo.Address.Country) is null)
        {
            Refuse("ShipTo.Address.Country", $"The country {draft.ShipTo.Address.Country} is not served: its tax rate is not known.");
        }

        if (draft.Discount is { } discount && (discount.Amount < 0 || (items.Count > 0 && discount > items.Aggregate(Money.Zero(discount.Currency), (sum, item) => sum + (item.Product.Price * item.Quantity)))))
        {
            Refuse("Discount", $"The discount is {discount}: give 0 to the value of the goods.");
        }

        return refusals;

        void Refuse(string field, string text) => refusals.Add(new Refusal(RefusalCode.Validation, text) { Field = field });
    }
}
