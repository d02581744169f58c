using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.CustomerCare;

/// <content>Orders that wait: for goods, for money, for a person.</content>
public sealed partial class NotificationAgent :
    IHandle<BackorderCreated, OrderNotifications>, IHandle<BackorderReady, OrderNotifications>, IHandle<PaymentExpired, OrderNotifications>,
    IHandle<PaymentAuthorized, OrderNotifications>, IHandle<OrderOnHold, OrderNotifications>, IHandle<OrderHoldReleased, OrderNotifications>,
    IHandle<CancellationReviewNeeded, OrderNotifications>
{
    /// <inheritdoc/>
    public Task HandleAsync(BackorderCreated message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) => Tell(
        context,
        message.OrderId,
        NotificationTemplates.BackorderCreated,
        message.Sku,
        ("quantity", Number(message.Quantity)),
        ("product", context.State.Titles.GetValueOrDefault(message.Sku, message.Sku.Value)),
        ("eta", message.ExpectedOn is { } expected ? Day(expected) : "-"));

    /// <inheritdoc/>
    public Task HandleAsync(BackorderReady message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        Tell(context, message.OrderId, NotificationTemplates.BackorderReady, null);

    /// <inheritdoc/>
    public Task HandleAsync(PaymentExpired message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        if (context.State.Recipient is not null)
        {
            context.State = context.State with { IsPaymentExpired = true };
        }

        return Tell(context, message.OrderId, NotificationTemplates.PaymentExpired, message.PaymentId, ("amount", message.Amount.ToString()));
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentAuthorized message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        // The first hold is told by the confirmation.
        if (!context.State.IsPaymentExpired)
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { IsPaymentExpired = false };
        return GoesOn(context, message.OrderId);
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderOnHold message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        var holds = context.State.Holds;
        if (context.State.Recipient is null || holds.Contains(message.Reason))
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { Holds = [.. holds, message.Reason] };
        return IsToldByItself(message.Reason) || !holds.All(IsToldByItself)
            ? Task.CompletedTask
            : Tell(context, message.OrderId, NotificationTemplates.OrderOnHold, context.Message.Id);
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderHoldReleased message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken)
    {
        if (!context.State.Holds.Contains(message.Reason))
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { Holds = [.. context.State.Holds.Where(reason => reason != message.Reason)] };
        return IsToldByItself(message.Reason) ? Task.CompletedTask : GoesOn(context, message.OrderId);
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancellationReviewNeeded message, AgentContext<OrderNotifications> context, CancellationToken cancellationToken) =>
        message.Reason == CancellationReasons.CustomerRequest
            ? Tell(context, message.OrderId, NotificationTemplates.CancellationRequested, message.RequestId)
            : Task.CompletedTask;

    /// <summary>Whether the beginning and the end of a hold have messages of their own.</summary>
    private static bool IsToldByItself(string reason) => reason is OrderAgent.BackorderHold or PaymentAgent.ExpiredHold;

    private static Task GoesOn(AgentContext<OrderNotifications> context, OrderId orderId) => context.State is { IsPaymentExpired: false, Holds.Count: 0 }
        ? Tell(context, orderId, NotificationTemplates.OrderHoldReleased, context.Message.Id)
        : Task.CompletedTask;
}
