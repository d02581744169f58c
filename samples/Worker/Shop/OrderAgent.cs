using Commerce.Agents;
using Commerce.Samples.Worker.Payments;

namespace Commerce.Samples.Worker.Shop;

/// <summary>Decides orders: first the goods, then the money; whoever takes too long is rejected. One key is one order.</summary>
public sealed class OrderAgent(PaymentClient payments) :
    IHandle<PlaceOrder, OrderState>, IHandle<StockReserved, OrderState>, IHandle<StockRefused, OrderState>, IHandle<ReservationExpired, OrderState>
{
    private const string Timer = "reservation";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public Task HandleAsync(PlaceOrder message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        if (context.State.Status == OrderStatus.None)
        {
            context.State = new OrderState
            {
                Status = OrderStatus.Pending, Sku = message.Sku, Quantity = message.Quantity, Total = message.Total,
            };
            context.Send(new ReserveStock(message.Sku, message.OrderId, message.Quantity));
            context.Schedule(new ReservationExpired(message.OrderId), Patience, Timer);
        }

        return Task.CompletedTask;
    }

    public async Task HandleAsync(StockReserved message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        var order = context.State;
        if (order.Status != OrderStatus.Pending)
        {
            context.Send(new ReleaseStock(order.Sku!.Value, message.OrderId));
            return;
        }

        // Journaled under this message: after a crash the first answer comes back, and the provider knows the key as well.
        var answer = await context.OnceAsync("pay", key => payments.PayAsync(message.OrderId, order.Total!.Value, key, cancellationToken));
        if (answer.Decline is { } decline)
        {
            context.Send(new ReleaseStock(order.Sku!.Value, message.OrderId));
            Reject(message.OrderId, decline, context);
            return;
        }

        context.Cancel(Timer);
        context.State = order with { Status = OrderStatus.Confirmed };
        context.Send(new TakeStock(order.Sku!.Value, message.OrderId));
        context.Publish(new OrderConfirmed(message.OrderId, order.Sku.Value, order.Quantity, order.Total!.Value));
    }

    public Task HandleAsync(StockRefused message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        Reject(message.OrderId, "sold out", context);
        return Task.CompletedTask;
    }

    public Task HandleAsync(ReservationExpired message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        // Goods that are reserved only after this are given back when that is told.
        Reject(message.OrderId, "not decided in time", context);
        return Task.CompletedTask;
    }

    private static void Reject(string orderId, string reason, AgentContext<OrderState> context)
    {
        if (context.State.Status != OrderStatus.Pending)
        {
            return;
        }

        context.Cancel(Timer);
        context.State = context.State with { Status = OrderStatus.Rejected, Reason = reason };
        context.Publish(new OrderRejected(orderId, context.State.Sku!.Value, reason));
    }
}
