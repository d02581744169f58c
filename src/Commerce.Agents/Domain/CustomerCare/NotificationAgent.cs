using System.Globalization;
using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Tells buyers of the own shop what becomes of their orders. Nothing that fails here holds an order up.</summary>
/// <param name="channel">How notifications go.</param>
/// <param name="options">The texts.</param>
public sealed class NotificationAgent(INotificationChannel channel, IOptions<NotificationsOptions> options) :
    IHandle<OrderPlaced, OrderNotifications>, IHandle<OrderConfirmed, OrderNotifications>, IHandle<OrderPaymentFailed, OrderNotifications>,
    IHandle<OrderCancelled, OrderNotifications>, IHandle<OrderShipped, OrderNotifications>, IHandle<OrderDelivered, OrderNotifications>,
    IHandle<SendNotification, OrderNotifications>
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public Task HandleAsync(OrderPlaced message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        context.State = context.State with
        {
            To = (message.Draft.BillTo ?? message.Draft.ShipTo).Contact.Email ?? message.Draft.ShipTo.Contact.Email,
            Language = message.Draft.Language ?? NotificationTemplate.FallbackLanguage,
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderConfirmed message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        AskAsync(context, message.OrderId, NotificationTemplates.OrderConfirmed, new Dictionary<string, string>
        {
            ["number"] = message.Number,
            ["lines"] = string.Join('\n', message.Lines.Select(line => $"{line.Quantity} × {line.Title}")),
        });

    /// <inheritdoc/>
    public Task HandleAsync(OrderPaymentFailed message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        AskAsync(context, message.OrderId, NotificationTemplates.PaymentFailed, new Dictionary<string, string>
        {
            ["number"] = message.Number, ["advice"] = message.BuyerMessage,
        });

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        AskAsync(context, message.OrderId, NotificationTemplates.OrderCancelled, new Dictionary<string, string> { ["number"] = message.Number });

    /// <inheritdoc/>
    public Task HandleAsync(OrderShipped message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        AskAsync(context, message.OrderId, NotificationTemplates.OrderShipped, new Dictionary<string, string>
        {
            ["number"] = message.Number,
            ["carrier"] = message.Carrier.Value,
            ["tracking"] = message.TrackingNumber.Value,
            ["eta"] = message.PromisedDate is { } promised ? Day(promised) : "-",
        });

    /// <inheritdoc/>
    public Task HandleAsync(OrderDelivered message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        AskAsync(context, message.OrderId, NotificationTemplates.OrderDelivered, new Dictionary<string, string>
        {
            ["number"] = message.Number, ["date"] = Day(DateOnly.FromDateTime(message.DeliveredAt.Date)),
        });

    /// <inheritdoc/>
    public async Task HandleAsync(SendNotification message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        if (context.State.To is not { } to)
        {
            return;
        }

        var (subject, text) = NotificationTemplates.Find(options.Value.Templates, message.Template, context.State.Language).Fill(message.Values);
        try
        {
            await channel.SendAsync(new Notification(message.NotificationId, message.Template, to, subject, text), cancellationToken).ConfigureAwait(false);
            context.Publish(new NotificationSent(message.OrderId, message.NotificationId, channel.Name, message.Template));
        }
        catch (CommerceException exception) when (exception.IsTransient && message.Try <= Waits.Length)
        {
            context.Schedule(message with { Try = message.Try + 1 }, Waits[message.Try - 1]);
        }
        catch (CommerceException exception)
        {
            context.Publish(new NotificationFailed(message.OrderId, message.NotificationId, channel.Name, message.Template, $"{exception.Kind}, try {message.Try}"));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Asks for a notification, once in a day for each template.</summary>
    private static Task AskAsync(AgentContext<OrderNotifications> context, OrderId orderId, string template, IReadOnlyDictionary<string, string> values)
    {
        var now = context.Clock.GetUtcNow();
        if (context.State.To is null || (context.State.Asked.TryGetValue(template, out var last) && now - last < RepeatAfter))
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { Asked = new Dictionary<string, DateTimeOffset>(context.State.Asked) { [template] = now } };
        context.Send(new SendNotification(orderId, context.NewId(), template, values, 1));
        return Task.CompletedTask;
    }
}
