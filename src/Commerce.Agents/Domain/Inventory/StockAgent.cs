namespace Commerce.Agents.Domain.Inventory;

/// <summary>Owns the units of a product in a warehouse. That is the key, so that the last units are never sold twice.</summary>
public sealed partial class StockAgent :
    IHandle<ReceiveStock, StockLevel>, IHandle<AdjustStock, StockLevel>, IHandle<SetStockPolicy, StockLevel>, IHandle<CheckAvailability, StockLevel>,
    IHandle<KeepStock, StockLevel>, IHandle<FreeStock, StockLevel>, IHandle<TakeStock, StockLevel>, IHandle<MeasureStock, StockLevel>, IHandle<CorrectStock, StockLevel>,
    IHandle<GetValuation, StockLevel>, IHandle<CheckStockSum, StockLevel>, IHandle<LeaveStockQueue, StockLevel>
{
    private const int MaxText = 200;

    /// <inheritdoc/>
    public async Task HandleAsync(ReceiveStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Reference, MaxText, "Reference");
        refusals.Require(message.Quantity >= 1, "Quantity", $"Quantity is {message.Quantity}: receive 1 or more.");
        refusals.Require(
            message.Kind is StockMovementKind.Receipt or StockMovementKind.Return or StockMovementKind.Transfer,
            "Kind",
            $"Kind is {message.Kind}: receipts, returns and transfers are received.");
        refusals.Require(!(message.UnitCost?.Amount < 0), "UnitCost", $"UnitCost is {message.UnitCost}: give 0 or more, or none.");
        refusals.RequireBatch(message.Batch);
        var place = new StockPlace(message.Sku, message.Warehouse);
        if (!refusals.Any)
        {
            await MoveAsync(context, place, message.Quantity, message.Kind, message.Reference, message.UnitCost, message.Batch).ConfigureAwait(false);
            await TellAsync(context, place, message.Quantity, message.Kind.ToString()).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(place.Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(AdjustStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var refusals = await AdjustAsync(message, context).ConfigureAwait(false);
        context.Reply(refusals.Answer(new StockPlace(message.Sku, message.Warehouse).Key));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SetStockPolicy message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var place = new StockPlace(message.Sku, message.Warehouse);
        var refusals = message.Policy.Check();
        if (!refusals.Any)
        {
            context.State = context.State with { Policy = message.Policy };
            await JudgeAsync(context, place).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(place.Key));
    }

    /// <inheritdoc/>
    public Task HandleAsync(CheckAvailability message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        context.Reply(context.State);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(KeepStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var line = message.Line;
        var available = context.State.Available;
        var isKept = available >= line.Quantity;
        if (isKept)
        {
            context.State = context.State with { Reserved = context.State.Reserved + line.Quantity };
            await TellAsync(context, line.Place, -line.Quantity, "reserved").ConfigureAwait(false);
        }
        else if (message.Turn is { } turn)
        {
            context.Publish(new StockKept(message.ReservationId, message.Attempt, line, available, isKept) { IsAwaited = true });
            var (level, given, served) = StockQueue.Join(context.State, new StockClaim(message.ReservationId, message.Attempt, line.Quantity, turn));
            context.State = level;
            TellServed(context, line.Place, served);
            await TellAsync(context, line.Place, -given, "waited for").ConfigureAwait(false);
            return;
        }

        context.Publish(new StockKept(message.ReservationId, message.Attempt, line, available, isKept));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(FreeStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { Reserved = context.State.Reserved - message.Line.Quantity };
        await TellAsync(context, message.Line.Place, message.Line.Quantity, message.Cause).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(LeaveStockQueue message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var before = context.State;
        var (level, _, served) = StockQueue.Leave(before, message.ReservationId, message.Attempt);
        if (level == before)
        {
            return;
        }

        context.State = level;
        TellServed(context, message.Line.Place, served);
        await TellAsync(context, message.Line.Place, level.Available - before.Available, message.Cause).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(TakeStock message, AgentContext<StockLevel> context, CancellationToken cancellationToken)
    {
        var line = message.Line;
        context.State = context.State with { Reserved = context.State.Reserved - line.Quantity };
        await MoveAsync(context, line.Place, -line.Quantity, message.Kind, message.Reference).ConfigureAwait(false);
        await TellAsync(context, line.Place, 0, message.Kind.ToString()).ConfigureAwait(false);
    }

    private static async Task<Refusals> AdjustAsync(AdjustStock message, AgentContext<StockLevel> context)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Reason, MaxText, "Reason");
        if (message.Kind is not (StockMovementKind.Adjustment or StockMovementKind.Damage or StockMovementKind.Loss))
        {
            refusals.Add(Refusals.Invalid("Kind", $"Kind is {message.Kind}: levels are corrected by adjustments, damage and loss."));
        }
        else if (message.Delta == 0 || (message.Delta > 0 && message.Kind != StockMovementKind.Adjustment))
        {
            refusals.Add(Refusals.Invalid("Delta", $"Delta is {message.Delta}: give a number other than 0, below 0 for damage and loss."));
        }

        var level = context.State;
        var free = level.Available + level.Waiting.Sum(static claim => claim.Kept);
        var delta = message.TakesOnlyWhatIsFree ? Math.Max(message.Delta, -free) : message.Delta;
        if (free + delta < 0)
        {
            refusals.Add(
                RefusalCode.InsufficientStock, "Delta", $"Delta is {message.Delta}, but of {level.OnHand} units {level.OnHand - free} are reserved: release reservations first.");
        }

        if (!refusals.Any && delta != 0)
        {
            var place = new StockPlace(message.Sku, message.Warehouse);
            context.State = StockQueue.TakeBack(level, Math.Max(0, -delta - level.Available));
            await MoveAsync(context, place, delta, message.Kind, message.Reason).ConfigureAwait(false);
            context.Publish(new StockAdjusted(message.Sku, message.Warehouse, delta, message.Kind, message.Reason));
            await TellAsync(context, place, context.State.Available - level.Available, message.Kind.ToString()).ConfigureAwait(false);
        }

        return refusals;
    }

    private static async Task MoveAsync(
        AgentContext<StockLevel> context, StockPlace place, int quantity, StockMovementKind kind, string reference, Money? unitCost = null, string? batch = null)
    {
        var before = context.State.OnHand;
        context.State = context.State with { OnHand = before + quantity, Movements = context.State.Movements + 1 };
        await context.Repository<StockMovement>().CreateAsync(new StockMovement
        {
            Id = context.NewId(),
            Sku = place.Sku,
            Warehouse = place.Warehouse,
            Kind = kind,
            At = context.Clock.GetUtcNow(),
            Quantity = quantity,
            Before = before,
            After = before + quantity,
            Reference = reference,
            Number = context.State.Movements,
            UnitCost = unitCost,
            Batch = batch,
        }).ConfigureAwait(false);
    }

    private static void TellServed(AgentContext<StockLevel> context, StockPlace place, IReadOnlyList<StockClaim> served)
    {
        foreach (var claim in served)
        {
            context.Publish(new StockKept(
                claim.ReservationId, claim.Attempt, new StockLine(place.Sku, claim.Quantity, place.Warehouse), claim.Quantity, IsKept: true));
        }
    }

    private static async Task TellAsync(AgentContext<StockLevel> context, StockPlace place, int delta, string cause)
    {
        // What came goes to those who wait for it, in the same step: nobody new sees it.
        var (level, given, served) = StockQueue.Serve(context.State);
        if (given > 0)
        {
            (context.State, delta) = (level, delta - given);
            TellServed(context, place, served);
        }

        var (onHand, reserved) = (context.State.OnHand, context.State.Reserved);
        context.Publish(new StockLevelChanged(place.Sku, place.Warehouse, onHand, reserved, delta, cause));
        await context.Repository<StockedPlace>().PutAsync(new StockedPlace
        {
            Id = InventoryKeys.Place(place),
            Sku = place.Sku,
            Warehouse = place.Warehouse,
            OnHand = onHand,
            Reserved = reserved,
        }).ConfigureAwait(false);
        await JudgeAsync(context, place).ConfigureAwait(false);
    }

    /// <summary>Opens the alert that the level calls for, and closes the one that it does not.</summary>
    private static async Task JudgeAsync(AgentContext<StockLevel> context, StockPlace place)
    {
        var level = context.State;
        var alert = StockThresholds.AlertOf(level);
        if (alert == level.Alert)
        {
            return;
        }

        if (level.OpenAlert is { } open)
        {
            await context.CloseAlertAsync(open).ConfigureAwait(false);
        }

        context.State = level with { OpenAlert = null };
        if (alert is not { } kind)
        {
            return;
        }

        var opened = await context.OpenAlertAsync(place, kind).ConfigureAwait(false);
        context.State = context.State with { OpenAlert = opened };
        var (available, reorderPoint, suggested) = (level.Available, level.Policy.ReorderPoint, StockThresholds.SuggestedQuantity(level));
        context.Publish(kind switch
        {
            StockAlertKind.OutOfStock => new StockOutDetected(place.Sku, place.Warehouse, available, reorderPoint, opened.Severity, suggested),
            StockAlertKind.LowStock => new LowStockDetected(place.Sku, place.Warehouse, available, reorderPoint, opened.Severity, suggested),
            _ => new OverstockDetected(place.Sku, place.Warehouse, available, reorderPoint, opened.Severity, 0),
        });
    }
}
