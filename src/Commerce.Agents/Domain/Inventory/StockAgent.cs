namespace Commerce.Agents.Domain.Inventory;

/// <summary>Owns the units of each SKU. The SKU is the key, so that the last units are never sold twice.</summary>
public sealed class StockAgent :
    IHandle<ReceiveStock, StockLevel>, IHandle<ReserveStock, StockLevel>, IHandle<ReleaseStock, StockLevel>,
    IHandle<ExtendReservation, StockLevel>, IHandle<ReservationExpired, StockLevel>, IHandle<FulfilStock, StockLevel>
{
    private static readonly TimeSpan ReservationTime = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public async Task HandleAsync(ReceiveStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        if (message.Quantity < 1)
        {
            throw new CommerceException(CommerceErrorKind.Invalid, $"Quantity is {message.Quantity}: receive 1 or more.") { Field = "Quantity" };
        }

        await MoveAsync(context, message.Sku, message.Quantity, message.Reference).ConfigureAwait(false);
        Tell(message.Sku, context);
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
    public async Task HandleAsync(FulfilStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        if (!context.State.Reservations.TryGetValue(message.OrderId, out var quantity))
        {
            return;
        }

        Remove(message.OrderId, context);
        await MoveAsync(context, message.Sku, -quantity, $"order {message.OrderId}").ConfigureAwait(false);
        Tell(message.Sku, context);
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

    private static async Task MoveAsync(AgentContext<StockLevel> context, Sku sku, int quantity, string reference)
    {
        var before = context.State.OnHand;
        context.State = context.State with { OnHand = before + quantity };
        await context.Repository<StockMovement>().CreateAsync(new StockMovement
        {
            Id = context.NewId(),
            Sku = sku,
            At = context.Clock.GetUtcNow(),
            Quantity = quantity,
            Before = before,
            After = before + quantity,
            Reference = reference,
        }).ConfigureAwait(false);
    }

    private static void Tell(Sku sku, AgentContext<StockLevel> context) =>
        context.Publish(new StockLevelChanged(sku, context.State.OnHand, context.State.Reserved));
}
