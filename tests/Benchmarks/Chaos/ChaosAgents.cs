using Commerce.Agents;
using Npgsql;

namespace Commerce.Benchmarks.Chaos;

internal sealed class IntakeAgent : IHandle<PlaceOrder, Intake>
{
    public Task HandleAsync(PlaceOrder message, AgentContext<Intake> context, CancellationToken cancellationToken)
    {
        context.State = new Intake { Sequences = [.. context.State.Sequences, message.Sequence] };
        context.Publish(new OrderSeen(message.Customer, message.Sequence));
        context.Send(new OpenOrder(message.OrderId, message.Customer, message.Sku));
        return Task.CompletedTask;
    }
}

internal sealed class EchoAgent : IHandle<OrderSeen, Echo>
{
    public Task HandleAsync(OrderSeen message, AgentContext<Echo> context, CancellationToken cancellationToken)
    {
        context.State = new Echo { Sequences = [.. context.State.Sequences, message.Sequence] };
        return Task.CompletedTask;
    }
}

/// <summary>Decides orders: stock first, then the payment outside, or neither in time.</summary>
internal sealed class OrderAgent(OutsideClient outside) :
    IHandle<OpenOrder, OrderState>, IHandle<StockReserved, OrderState>, IHandle<StockRefused, OrderState>, IHandle<OrderExpired, OrderState>
{
    internal const string Forgotten = "forgotten";

    private const string Timer = "expiry";

    public Task HandleAsync(OpenOrder message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        context.State = context.State with
        {
            Status = "Open", Customer = message.Customer, Sku = message.Sku, Opened = context.State.Opened + 1,
        };
        if (message.Sku == Forgotten)
        {
            // Nobody answers for this one: its timer must.
            context.Schedule(new OrderExpired(message.OrderId), TimeSpan.FromSeconds(5), Timer);
            return Task.CompletedTask;
        }

        context.Schedule(new OrderExpired(message.OrderId), TimeSpan.FromMinutes(30), Timer);
        context.Send(new ReserveStock(message.Sku, message.OrderId));
        return Task.CompletedTask;
    }

    public async Task HandleAsync(StockReserved message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != "Open")
        {
            context.Send(new ReleaseStock(context.State.Sku, message.OrderId));
            return;
        }

        var payment = await context.OnceAsync("pay", key => outside.PayAsync(message.OrderId, key, cancellationToken));
        context.State = context.State with { Payment = payment.Reference };
        context.Send(new TakeStock(context.State.Sku, message.OrderId));
        Decide("Paid", message.OrderId, context);
    }

    public Task HandleAsync(StockRefused message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        Decide("Rejected", message.OrderId, context);
        return Task.CompletedTask;
    }

    public Task HandleAsync(OrderExpired message, AgentContext<OrderState> context, CancellationToken cancellationToken)
    {
        if (context.State.Status == "Open")
        {
            Decide("Expired", message.OrderId, context);
        }

        return Task.CompletedTask;
    }

    private static void Decide(string status, string orderId, AgentContext<OrderState> context)
    {
        context.Cancel(Timer);
        context.State = context.State with { Status = status, Decided = context.State.Decided + 1 };
        context.Publish(new OrderDecided(orderId, context.State.Customer, context.State.Sku, status));
    }
}

internal sealed class StockAgent :
    IHandle<ReserveStock, StockState>, IHandle<TakeStock, StockState>, IHandle<ReleaseStock, StockState>
{
    public Task HandleAsync(ReserveStock message, AgentContext<StockState> context, CancellationToken cancellationToken)
    {
        var stock = context.State;
        if (stock.OnHand - stock.Reserved.Count > 0)
        {
            context.State = stock with { Reserved = [.. stock.Reserved, message.OrderId] };
            context.Publish(new StockReserved(message.OrderId));
        }
        else
        {
            context.Publish(new StockRefused(message.OrderId));
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(TakeStock message, AgentContext<StockState> context, CancellationToken cancellationToken)
    {
        var stock = context.State;
        context.State = stock with
        {
            Reserved = [.. stock.Reserved.Where(order => order != message.OrderId)], OnHand = stock.OnHand - 1, Sold = stock.Sold + 1,
        };
        return Task.CompletedTask;
    }

    public Task HandleAsync(ReleaseStock message, AgentContext<StockState> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Reserved = [.. context.State.Reserved.Where(order => order != message.OrderId)] };
        return Task.CompletedTask;
    }
}

/// <summary>Writes each ended order into a table of its own, in the transaction of the message.</summary>
internal sealed class LedgerAgent : IHandle<OrderDecided, Tally>
{
    private const string Insert = "insert into chaos.ledger (order_id, status) values ($1, $2)";

    public async Task HandleAsync(OrderDecided message, AgentContext<Tally> context, CancellationToken cancellationToken)
    {
        var transaction = await context.OpenNpgsqlTransactionAsync();
        await using var command = new NpgsqlCommand(Insert, transaction.Connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = message.OrderId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = message.Status });
        await command.ExecuteNonQueryAsync(cancellationToken);
        context.State = context.State.Plus(message);
    }
}

/// <summary>Listens to the same event as the ledger, by another key.</summary>
internal sealed class AuditAgent : IHandle<OrderDecided, Tally>
{
    public Task HandleAsync(OrderDecided message, AgentContext<Tally> context, CancellationToken cancellationToken)
    {
        context.State = context.State.Plus(message);
        return Task.CompletedTask;
    }
}

internal static class TallyExtensions
{
    internal static Tally Plus(this Tally tally, OrderDecided order) =>
        new() { Count = tally.Count + 1, Paid = tally.Paid + (order.Status == "Paid" ? 1 : 0) };
}
