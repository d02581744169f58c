using System.Globalization;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Tells buyers of the own shop what becomes of their orders; keys are orders.</summary>
public sealed partial class NotificationAgent :
    IHandle<OrderPlaced, OrderNotifications>, IHandle<OrderConfirmed, OrderNotifications>, IHandle<OrderPaymentFailed, OrderNotifications>,
    IHandle<OrderModified, OrderNotifications>, IHandle<OrderCancelled, OrderNotifications>, IHandle<OrderCancellationReviewed, OrderNotifications>,
    IHandle<OrderPartiallyShipped, OrderNotifications>, IHandle<OrderShipped, OrderNotifications>, IHandle<OrderDelivered, OrderNotifications>,
    IHandle<ShipmentDelayed, OrderNotifications>, IHandle<ShipmentDelivered, OrderNotifications>, IHandle<PaymentCaptured, OrderNotifications>,
    IHandle<ShipmentStatusChanged, OrderNotifications>, IHandle<RefundCompleted, OrderNotifications>, IHandle<ReturnLabelCreated, OrderNotifications>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderPlaced message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        var (shipTo, billTo) = (message.Draft.ShipTo.Contact, (message.Draft.BillTo ?? message.Draft.ShipTo).Contact);
        context.State = new OrderNotifications { Recipient = message.Draft.Customer, Number = message.Number, Titles = Titles(message.Lines) };
        return context.Repository<OrderContact>().PutAsync(new OrderContact
        {
            Id = message.OrderId.Value,
            Recipient = message.Draft.Customer,
            Contact = new NotificationContact { Email = billTo.Email ?? shipTo.Email, Phone = billTo.Phone ?? shipTo.Phone, Language = message.Draft.Language },
        });
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderConfirmed message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, message.OrderId, NotificationTemplates.OrderConfirmed, null, ("lines", Lines(message.Lines)));

    /// <inheritdoc/>
    public Task HandleAsync(OrderPaymentFailed message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, message.OrderId, NotificationTemplates.PaymentFailed, null, ("advice", message.BuyerMessage));

    /// <inheritdoc/>
    public Task HandleAsync(OrderModified message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        if (context.State.Recipient is not null)
        {
            context.State = context.State with { Titles = Titles(message.Lines) };
        }

        return Tell(
            context, message.OrderId, NotificationTemplates.OrderModified, context.Message.Id, ("lines", Lines(message.Lines)), ("total", message.Totals.Total.ToString()));
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, message.OrderId, NotificationTemplates.OrderCancelled, null);

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancellationReviewed message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        message.IsApproved ? Task.CompletedTask : Tell(context, message.OrderId, NotificationTemplates.CancellationRefused, message.RequestId);

    /// <inheritdoc/>
    public Task HandleAsync(OrderPartiallyShipped message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        if (context.State.Recipient is not null)
        {
            context.State = context.State with { Parts = message.Parts };
        }

        return Tell(context, message.OrderId, NotificationTemplates.OrderPartiallyShipped, message.Part, ("part", Number(message.Part)), ("parts", Number(message.Parts)));
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderShipped message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        message.OrderId,
        NotificationTemplates.OrderShipped,
        null,
        ("carrier", message.Carrier.Value),
        ("tracking", message.TrackingNumber.Value),
        ("eta", message.PromisedDate is { } promised ? Day(promised) : "-"));

    /// <inheritdoc/>
    public Task HandleAsync(OrderDelivered message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, message.OrderId, NotificationTemplates.OrderDelivered, null, ("date", Day(DateOnly.FromDateTime(message.DeliveredAt.Date))));

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentDelayed message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        // The delay is published again every day, which would only annoy.
        if (context.State.Recipient is null || context.State.DelayedParts.Contains(message.Part))
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { DelayedParts = [.. context.State.DelayedParts, message.Part] };
        return Tell(context, message.OrderId, NotificationTemplates.ShipmentDelayed, message.Part, ("promised", Day(message.Promised)), ("eta", Day(message.NewEta)));
    }

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentDelivered message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        if (context.State.Recipient is null || context.State.ArrivedParts.Contains(message.Part))
        {
            return Task.CompletedTask;
        }

        // The arrival of the last part is that of the order, which is told by itself.
        context.State = context.State with { ArrivedParts = [.. context.State.ArrivedParts, message.Part] };
        return context.State.ArrivedParts.Count >= context.State.Parts
            ? Task.CompletedTask
            : Tell(
                context,
                message.OrderId,
                NotificationTemplates.PartDelivered,
                message.Part,
                ("part", Number(message.Part)),
                ("parts", Number(context.State.Parts)));
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentCaptured message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, message.OrderId, NotificationTemplates.PaymentReceived, context.Message.Id, ("amount", message.Amount.ToString()));

    /// <inheritdoc/>
    public Task HandleAsync(ShipmentStatusChanged message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        // Its departure, delay and arrival have events of their own.
        var template = message.Status == TrackingStatus.AvailableForPickup ? NotificationTemplates.ParcelAvailable
            : message.Status == TrackingStatus.FailedAttempt ? NotificationTemplates.DeliveryFailed
            : message.Status == TrackingStatus.Returned ? NotificationTemplates.ParcelReturned
            : null;
        return template is null ? Task.CompletedTask : Tell(context, message.OrderId, template, message.Part);
    }

    /// <inheritdoc/>
    public Task HandleAsync(RefundCompleted message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, message.OrderId, NotificationTemplates.RefundCompleted, message.RefundId, ("amount", message.Amount.ToString()));

    /// <inheritdoc/>
    public Task HandleAsync(ReturnLabelCreated message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        message.OrderId,
        NotificationTemplates.ReturnLabel,
        message.RmaId,
        ("carrier", message.Carrier.Value),
        ("tracking", message.TrackingNumber.Value),
        ("until", Day(message.ValidUntil)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<Sku, string> Titles(IReadOnlyList<OrderLine> lines) =>
        lines.DistinctBy(static line => line.Sku).ToDictionary(static line => line.Sku, static line => line.Title);

    private static string Lines(IEnumerable<OrderLine> lines) => string.Join('\n', lines.Select(static line => $"{line.Quantity} × {line.Title}"));

    /// <summary>Asks for a notification to the buyer. Buyers of marketplaces hear from those.</summary>
    private static Task Tell(AgentContext<OrderNotifications> context, OrderId orderId, string template, object? part, params (string Name, string Value)[] values)
    {
        if (context.State.Recipient is { } recipient)
        {
            var data = values.ToDictionary(static value => value.Name, static value => value.Value);
            data["number"] = context.State.Number;
            context.Send(new SendNotification(recipient, template, data, part is null ? orderId.ToString() : $"{orderId}/{part}", OrderId: orderId));
        }

        return Task.CompletedTask;
    }
}
