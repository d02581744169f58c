namespace Commerce.Agents.Domain.Inventory;

/// <summary>Owns the units of each SKU. The SKU is the key, so that the last units are never sold twice.</summary>
public sealed class StockAgent :
    IHandle<ReceiveStock, StockLevel>, IHandle<ReserveStock, StockLevel>, IHandle<ReleaseStock, StockLevel>,
    IHandle<ExtendReservation, StockLevel>, IHandle<ReservationExpired, StockLevel>, IHandle<FulfilStock, StockLevel>
{
    private static readonly TimeSpan ReservationTime = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public Task HandleAsync(ReceiveStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        if (message.Quantity < 1)
        {
            throw new CommerceException(CommerceErrorKind.Invalid, $"Quantity is {message.Quantity}: receive 1 or more.") { Field = "Quantity" };
        }

        Move(context, message.Quantity, message.Reference);
        Tell(message.Sku, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReserveStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        if (context.State.Reservations.TryGetValue(message.OrderId, out var kept))
        {
            context.Publish(new StockReserved(message.Sku, message.OrderId, kept));
            return Task.CompletedTask;
        }

        if (message.Quantity < 1 || context.State.Available < message.Quantity)
        {
            context.Publish(new StockRefused(message.Sku, message.OrderId, message.Quantity, context.State.Available));
            return Task.CompletedTask;
        }

        context.State = context.State with
        {
            Reservations = new Dictionary<OrderId, int>(context.State.Reservations) { [message.OrderId] = message.Quantity },
        };
        context.Schedule(new ReservationExpired(message.Sku, message.OrderId), ReservationTime, Timer(message.OrderId));
        context.Publish(new StockReserved(message.Sku, message.OrderId, message.Quantity));
        Tell(message.Sku, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReleaseStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        context.Cancel(Timer(message.OrderId));
        Drop(message.Sku, message.OrderId, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ExtendReservation message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        context.Cancel(Timer(message.OrderId));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReservationExpired message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        Drop(message.Sku, message.OrderId, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(FulfilStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        if (!context.State.Reservations.TryGetValue(message.OrderId, out var quantity))
        {
            return Task.CompletedTask;
        }

        Remove(message.OrderId, context);
        Move(context, -quantity, $"order {message.OrderId}");
        Tell(message.Sku, context);
        return Task.CompletedTask;
    }

    private static string Timer(OrderId orderId) => $"expire/{orderId}";

    private static void Drop(Sku sku, OrderId orderId, AgentContext<StockLevel> context)
    {
        if (context.State.Reservations.ContainsKey(orderId))
        {
            Remove(orderId, context);
            Tell(sku, context);
        }
    }

    private static void Remove(OrderId orderId, AgentContext<StockLevel> context)
    {
        var reservations = new Dictionary<OrderId, int>(context.State.Reservations);
        reservations.Remove(orderId);
        context.State = context.State with { Reservations = reservations };
    }

    private static void Move(AgentContext<StockLevel> context, int quantity, string reference) => context.State = context.State with
    {
        OnHand = context.State.OnHand + quantity,
        Movements = [.. context.State.Movements, new StockMovement(context.Clock.GetUtcNow(), quantity, reference)],
    };

    private static void Tell(Sku sku, AgentContext<StockLevel> context) =>
        context.Publish(new StockLevelChanged(sku, context.State.OnHand, context.State.Reserved));
}
