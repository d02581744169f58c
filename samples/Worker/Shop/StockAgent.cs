using Commerce.Agents;

namespace Commerce.Samples.Worker.Shop;

/// <summary>Keeps the stock of one SKU, never below zero: the key is the thing that orders compete for, so no lock is needed.</summary>
public sealed class StockAgent :
    IHandle<ReserveStock, StockState>, IHandle<TakeStock, StockState>, IHandle<ReleaseStock, StockState>, IHandle<ReceiveStock, StockState>
{
    private const int Delivery = 200;

    private static readonly TimeSpan DeliveryTime = TimeSpan.FromSeconds(10);

    public Task HandleAsync(ReserveStock message, AgentContext<StockState> context, CancellationToken cancellationToken)
    {
        if (context.State.Available >= message.Quantity)
        {
            context.State = context.State with
            {
                Reservations = new Dictionary<string, int>(context.State.Reservations) { [message.OrderId] = message.Quantity },
            };
            context.Publish(new StockReserved(message.OrderId));
            return Task.CompletedTask;
        }

        context.Publish(new StockRefused(message.OrderId));
        if (!context.State.IsOnOrder)
        {
            context.State = context.State with { IsOnOrder = true };
            context.Schedule(new ReceiveStock(message.Sku, Delivery), DeliveryTime, "delivery");
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(TakeStock message, AgentContext<StockState> context, CancellationToken cancellationToken)
    {
        if (context.State.Reservations.TryGetValue(message.OrderId, out var quantity))
        {
            context.State = Without(context.State, message.OrderId) with { OnHand = context.State.OnHand - quantity };
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(ReleaseStock message, AgentContext<StockState> context, CancellationToken cancellationToken)
    {
        context.State = Without(context.State, message.OrderId);
        return Task.CompletedTask;
    }

    public Task HandleAsync(ReceiveStock message, AgentContext<StockState> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { OnHand = context.State.OnHand + message.Quantity, IsOnOrder = false };
        return Task.CompletedTask;
    }

    private static StockState Without(StockState stock, string orderId) => stock with
    {
        Reservations = stock.Reservations.Where(entry => entry.Key != orderId).ToDictionary(),
    };
}
