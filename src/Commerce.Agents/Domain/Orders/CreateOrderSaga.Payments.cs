using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <content>The money of an order.</content>
public sealed partial class CreateOrderSaga :
    IHandle<PaymentAuthorized, OrderCreation>, IHandle<PaymentDeclined, OrderCreation>, IHandle<OrderPaymentRetried, OrderCreation>
{
    /// <inheritdoc/>
    public Task HandleAsync(PaymentAuthorized message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        Secure(message.OrderId, null, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentDeclined message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        context.Compensate();
        context.Send(new FailOrderPayment(message.OrderId, message.DeclineCode, message.BuyerMessage));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderPaymentRetried message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // The stock was given back with the refusal: it is asked for again.
        context.State = context.State with { Method = message.Method };
        ReserveWhenChecked(message.OrderId, context);
        return Task.CompletedTask;
    }

    /// <summary>Money is safe: the order is confirmed when its units are still kept.</summary>
    private static void Secure(OrderId orderId, Party? shipTo, AgentContext<OrderCreation> context)
    {
        context.State = context.State with { IsPaid = true, Released = shipTo };
        context.Send(new ExtendReservation(orderId.Value));
    }
}
