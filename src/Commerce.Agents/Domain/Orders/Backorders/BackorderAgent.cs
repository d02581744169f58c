using Commerce.Agents.Domain.Inventory;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Orders;

/// <summary>
/// Owns what orders wait for; keys are order ids. The levels keep the queue: they give units that come to those who wait before anybody new gets any.
/// </summary>
/// <param name="options">How long an order waits.</param>
public sealed class BackorderAgent(IOptions<OrderOptions> options) :
    IHandle<StockAwaited, BackorderWork>, IHandle<StockReserved, BackorderWork>, IHandle<OrderCancelled, BackorderWork>,
    IHandle<ExtendBackorder, BackorderWork>, IHandle<BackorderDue, BackorderWork>, IHandle<EstimateBackorder, BackorderWork>
{
    private const string Timer = "due";

    /// <inheritdoc/>
    public async Task HandleAsync(StockAwaited message, AgentContext<BackorderWork> context, CancellationToken cancellationToken)
    {
        var (orderId, status) = (new OrderId(message.ReservationId), context.State.Status);
        if (status != BackorderStatus.Waiting && !BackorderTransitions.Table.Allows(status, BackorderStatus.Waiting))
        {
            return;
        }

        var expiresAt = status == BackorderStatus.Waiting && context.State.Lines.Count > 0
            ? context.State.Lines[0].ExpiresAt
            : context.Clock.GetUtcNow() + options.Value.BackorderLifetime;
        var gone = context.State.Lines.Where(line => message.Missing.All(missing => missing.Sku != line.Sku)).ToList();
        var lines = new List<Backorder>();
        foreach (var missing in message.Missing.GroupBy(static missing => missing.Sku))
        {
            lines.Add(await EstimateAsync(
                new Backorder
                {
                    Id = Backorder.IdOf(orderId, missing.Key),
                    OrderId = orderId,
                    Sku = missing.Key,
                    Quantity = missing.Sum(static place => place.Requested - place.Available),
                    Warehouse = missing.First().Warehouse,
                    Turn = message.Turn,
                    ExpiresAt = expiresAt,
                },
                context).ConfigureAwait(false));
        }

        await PutAsync(gone, BackorderStatus.Ready, context).ConfigureAwait(false);
        context.State = new BackorderWork { Status = BackorderStatus.Waiting, Lines = await PutAsync(lines, BackorderStatus.Waiting, context).ConfigureAwait(false) };
        context.ScheduleAt(new BackorderDue(orderId), expiresAt, Timer);
        context.Send(new HoldOrder(orderId, OrderAgent.BackorderHold));
        foreach (var line in lines)
        {
            context.Publish(new BackorderCreated(line.Id, orderId, line.Sku, line.Quantity, line.ExpectedOn));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(StockReserved message, AgentContext<BackorderWork> context, CancellationToken cancellationToken)
    {
        if (await EndAsync(BackorderStatus.Ready, context).ConfigureAwait(false))
        {
            context.Publish(new BackorderReady(new OrderId(message.ReservationId), [.. context.State.Lines.Select(static line => line.Sku)]));
        }
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<BackorderWork> context, CancellationToken cancellationToken) =>
        EndAsync(BackorderStatus.Cancelled, context);

    /// <inheritdoc/>
    public async Task HandleAsync(ExtendBackorder message, AgentContext<BackorderWork> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != BackorderStatus.Waiting)
        {
            var refusal = context.State.Status == BackorderStatus.None
                ? new Refusal(RefusalCode.NotFound, "The order waits for nothing.")
                : new Refusal(RefusalCode.InvalidTransition, $"The backorder is {context.State.Status}: only one that waits can be extended.");
            context.Reply(Answer.Refused(message.OrderId.ToString(), refusal with { Field = "OrderId" }));
            return;
        }

        var expiresAt = context.Clock.GetUtcNow() + options.Value.BackorderLifetime;
        var lines = context.State.Lines.Select(line => line with { ExpiresAt = expiresAt });
        context.State = context.State with { Lines = await PutAsync(lines, BackorderStatus.Waiting, context).ConfigureAwait(false) };
        context.ScheduleAt(new BackorderDue(message.OrderId), expiresAt, Timer);
        context.Reply(Answer.Done(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(BackorderDue message, AgentContext<BackorderWork> context, CancellationToken cancellationToken)
    {
        // A timer that was on its way when the buyer said to wait longer means nothing.
        if (context.State.Lines.All(line => line.ExpiresAt <= context.Clock.GetUtcNow())
            && await EndAsync(BackorderStatus.Expired, context).ConfigureAwait(false))
        {
            context.Send(new CancelOrder(message.OrderId, CancellationReasons.OutOfStock));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(EstimateBackorder message, AgentContext<BackorderWork> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != BackorderStatus.Waiting)
        {
            return;
        }

        var lines = new List<Backorder>();
        foreach (var line in context.State.Lines)
        {
            lines.Add(await EstimateAsync(line, context).ConfigureAwait(false));
        }

        context.State = context.State with { Lines = await PutAsync(lines, BackorderStatus.Waiting, context).ConfigureAwait(false) };
    }

    private static async Task<bool> EndAsync(BackorderStatus status, AgentContext<BackorderWork> context)
    {
        if (!BackorderTransitions.Table.Allows(context.State.Status, status))
        {
            return false;
        }

        context.Cancel(Timer);
        context.State = new BackorderWork { Status = status, Lines = await PutAsync(context.State.Lines, status, context).ConfigureAwait(false) };
        return true;
    }

    /// <summary>Changes lines where they are listed.</summary>
    private static async Task<IReadOnlyList<Backorder>> PutAsync(IEnumerable<Backorder> lines, BackorderStatus status, AgentContext context)
    {
        List<Backorder> put = [.. lines.Select(line => line with { Status = status })];
        foreach (var line in put)
        {
            await context.Repository<Backorder>().PutAsync(line).ConfigureAwait(false);
        }

        return put;
    }

    private async Task<Backorder> EstimateAsync(Backorder line, AgentContext context)
    {
        var sku = line.Sku;
        var incoming = await context.Repository<IncomingGoods>().AllAsync(goods => goods.Sku == sku).ConfigureAwait(false);
        return line with { ExpectedOn = BackorderPlan.ExpectedOn(incoming, sku, line.Warehouse, context.Today(), options.Value.PutAwayDays) };
    }
}
