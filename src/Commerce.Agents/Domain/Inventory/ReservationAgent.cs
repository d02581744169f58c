using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Owns reservations: asks the level of each line, and keeps all lines or none.</summary>
/// <param name="options">How long reservations live.</param>
public sealed class ReservationAgent(IOptions<InventoryOptions> options) :
    IHandle<ReserveStock, StockReservation>, IHandle<StockKept, StockReservation>, IHandle<ExtendReservation, StockReservation>,
    IHandle<ReleaseStock, StockReservation>, IHandle<FulfilStock, StockReservation>, IHandle<ReservationExpired, StockReservation>
{
    private const string Timer = "expire";
    private const string Expired = "expired";

    /// <inheritdoc/>
    public Task HandleAsync(ReserveStock message, AgentContext<StockReservation> context, CancellationToken cancellationToken)
    {
        var reservation = context.State;
        if (reservation.Status == ReservationStatus.Active)
        {
            context.Publish(new StockReserved(message.ReservationId, reservation.Lines, reservation.ExpiresAt));
            return Task.CompletedTask;
        }

        if (!ReservationTransitions.Table.Allows(reservation.Status, ReservationStatus.Requested))
        {
            return Task.CompletedTask;
        }

        var lines = Merge(message.Lines);
        var lifetime = message.Lifetime ?? options.Value.ReservationLifetime;
        context.State = new StockReservation { Status = ReservationStatus.Requested, Attempt = reservation.Attempt + 1, Lines = lines, Lifetime = lifetime, Turn = message.Turn };
        if (lines.Count == 0 || lines.Any(static line => line.Quantity < 1) || lifetime <= TimeSpan.Zero)
        {
            // Nothing that could be kept: said as any other reservation that fails.
            Refuse(message.ReservationId, [.. lines.Select(static line => new StockShortage(line.Sku, line.Warehouse, line.Quantity, 0))], context);
            return Task.CompletedTask;
        }

        foreach (var line in lines)
        {
            context.Send(new KeepStock(message.ReservationId, context.State.Attempt, line) { Turn = message.Turn });
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockKept message, AgentContext<StockReservation> context, CancellationToken cancellationToken)
    {
        var reservation = context.State;
        if (reservation.Status is not (ReservationStatus.Requested or ReservationStatus.Waiting) || message.Attempt != reservation.Attempt)
        {
            // It was released before this level had answered.
            if (message.IsKept)
            {
                context.Send(new FreeStock(message.Line, "released"));
            }

            return Task.CompletedTask;
        }

        reservation = Noting(reservation, message);
        context.State = reservation;
        if (reservation.Kept.Count + reservation.Shortages.Count < reservation.Lines.Count)
        {
            return Task.CompletedTask;
        }

        if (reservation.Shortages.Count > 0 && reservation.Turn is { } turn)
        {
            if (reservation.Status == ReservationStatus.Requested)
            {
                context.State = reservation with { Status = ReservationStatus.Waiting };
                context.Publish(new StockAwaited(message.ReservationId, turn, reservation.Shortages));
            }

            return Task.CompletedTask;
        }

        if (reservation.Shortages.Count > 0)
        {
            Free(reservation.Kept, "refused", context);
            Refuse(message.ReservationId, reservation.Shortages, context);
            return Task.CompletedTask;
        }

        var expiresAt = context.Clock.GetUtcNow() + reservation.Lifetime;
        context.State = reservation with { Status = ReservationStatus.Active, Kept = [], ExpiresAt = expiresAt };
        context.ScheduleAt(new ReservationExpired(message.ReservationId), expiresAt, Timer);
        context.Publish(new StockReserved(message.ReservationId, reservation.Lines, expiresAt));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ExtendReservation message, AgentContext<StockReservation> context, CancellationToken cancellationToken)
    {
        context.Publish(new ReservationExtended(message.ReservationId, context.State.Status == ReservationStatus.Active));
        if (context.State.Status == ReservationStatus.Active)
        {
            context.Cancel(Timer);
            context.State = context.State with { ExpiresAt = null };
            context.Reply(Answer.Done(message.ReservationId.ToString()));
        }
        else
        {
            context.Reply(Refused(message.ReservationId, $"The reservation is {context.State.Status}: only an active one can be extended, reserve anew."));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReleaseStock message, AgentContext<StockReservation> context, CancellationToken cancellationToken)
    {
        End(message.ReservationId, ReservationStatus.Released, message.Reason, context);
        context.Reply(Answer.Done(message.ReservationId.ToString()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReservationExpired message, AgentContext<StockReservation> context, CancellationToken cancellationToken)
    {
        // A timer that was on its way when the reservation was extended or asked for anew means nothing.
        if (context.State.ExpiresAt is { } end && end <= context.Clock.GetUtcNow())
        {
            End(message.ReservationId, ReservationStatus.Expired, Expired, context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(FulfilStock message, AgentContext<StockReservation> context, CancellationToken cancellationToken)
    {
        var reservation = context.State;
        var leaving = message.Lines is null ? reservation.Lines : Merge(message.Lines);
        var left = reservation.Lines.ToDictionary(static line => line.Place, static line => line.Quantity);
        if (reservation.Status != ReservationStatus.Active)
        {
            context.Reply(Refused(message.ReservationId, $"The reservation is {reservation.Status}: only what is reserved can leave."));
            return Task.CompletedTask;
        }

        foreach (var line in leaving)
        {
            var kept = left.GetValueOrDefault(line.Place);
            if (line.Quantity < 1 || line.Quantity > kept)
            {
                context.Reply(Refused(message.ReservationId, $"{line.Quantity} of {line.Place.Key} are to leave and {kept} are reserved: give 1 to {kept}."));
                return Task.CompletedTask;
            }

            left[line.Place] = kept - line.Quantity;
        }

        foreach (var line in leaving)
        {
            context.Send(new TakeStock(line, message.Kind, message.ReservationId.ToString()));
        }

        StockLine[] rest = [.. reservation.Lines.Select(line => line with { Quantity = left[line.Place] }).Where(static line => line.Quantity > 0)];
        context.State = reservation with { Lines = rest, Status = rest.Length == 0 ? ReservationStatus.Fulfilled : ReservationStatus.Active };
        if (rest.Length == 0)
        {
            context.Cancel(Timer);
        }

        context.Reply(Answer.Done(message.ReservationId.ToString()));
        return Task.CompletedTask;
    }

    private static void End(Guid id, ReservationStatus status, string reason, AgentContext<StockReservation> context)
    {
        var reservation = context.State;
        if (!ReservationTransitions.Table.Allows(reservation.Status, status))
        {
            return;
        }

        var kept = reservation.Status == ReservationStatus.Active ? reservation.Lines : reservation.Kept;
        Free(kept, reason, context);
        foreach (var line in reservation.Lines.Where(line => reservation.Turn is not null && !kept.Contains(line)))
        {
            context.Send(new LeaveStockQueue(id, reservation.Attempt, line, reason));
        }

        context.Cancel(Timer);
        context.State = reservation with { Status = status, Kept = [], ExpiresAt = null };
        context.Publish(new StockReleased(id, kept, reason));
    }

    private static StockReservation Noting(StockReservation reservation, StockKept answer)
    {
        var line = answer.Line;
        StockShortage[] others = [.. reservation.Shortages.Where(shortage => (shortage.Sku, shortage.Warehouse) != (line.Sku, line.Warehouse))];
        return answer.IsKept
            ? reservation with { Kept = [.. reservation.Kept, line], Shortages = others }
            : reservation with { Shortages = [.. others, new StockShortage(line.Sku, line.Warehouse, line.Quantity, answer.Available)] };
    }

    private static void Free(IReadOnlyList<StockLine> lines, string cause, AgentContext<StockReservation> context)
    {
        foreach (var line in lines)
        {
            context.Send(new FreeStock(line, cause));
        }
    }

    private static void Refuse(Guid id, IReadOnlyList<StockShortage> shortages, AgentContext<StockReservation> context)
    {
        context.State = context.State with { Status = ReservationStatus.Refused, Kept = [], Shortages = shortages };
        context.Publish(new StockReservationFailed(id, shortages));
    }

    private static Answer Refused(Guid id, string message) => Answer.Refused(id.ToString(), new Refusal(RefusalCode.InvalidTransition, message) { Field = "ReservationId" });

    /// <summary>Adds up lines of the same place, so that a level is asked once.</summary>
    private static List<StockLine> Merge(IReadOnlyList<StockLine> lines) =>
        [.. lines.GroupBy(static line => line.Place).Select(static group => group.First() with { Quantity = group.Sum(static line => line.Quantity) })];
}
