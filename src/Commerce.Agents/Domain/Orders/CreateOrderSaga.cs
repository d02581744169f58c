using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Marketplaces;
using Commerce.Agents.Domain.Payments;
using Commerce.Carriers;
using Commerce.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>
/// Secures an order: risk, repetition and warehouse at the same time, then stock, then money; undoes what was done when a step fails or the order
/// is cancelled before it leaves.
/// </summary>
public sealed partial class CreateOrderSaga :
    IHandle<OrderPlaced, OrderCreation>, IHandle<ReplacementOrderCreated, OrderCreation>, IHandle<FraudAssessed, OrderCreation>,
    IHandle<DuplicateChecked, OrderCreation>, IHandle<WarehouseSelected, OrderCreation>, IHandle<NoWarehouseAvailable, OrderCreation>, IHandle<OrderOnHold, OrderCreation>, IHandle<OrderHoldReleased, OrderCreation>, IHandle<OrderModified, OrderCreation>,
    IHandle<StockReserved, OrderCreation>, IHandle<ReservationExtended, OrderCreation>, IHandle<StockReservationFailed, OrderCreation>,
    IHandle<OrderCancelled, OrderCreation>, IHandle<OrderShipped, OrderCreation>
{
    /// <inheritdoc/>
    public Task HandleAsync(OrderPlaced message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        var (draft, total) = (message.Draft, message.Totals.Total);
        context.State = new OrderCreation
        {
            Lines = FulfilmentParts.Quantities(message.Lines),
            Amount = total,
            Method = draft.PaymentMethod,
            RequiredBy = draft.RequiredBy,
            Turn = draft.AllowsBackorder ? new StockTurn((int)draft.Priority, context.Clock.GetUtcNow()) : null,
            ShipTo = WarehouseDestination.Of(draft.ShipTo),
            Open = [OrderCheck.Fraud, OrderCheck.Duplicate],
        };
        AskForWarehouse(message.OrderId, message.Lines, context);
        context.Send(new AssessOrder(message.OrderId, draft.Customer, total, draft.BillTo is not null && draft.BillTo.Address != draft.ShipTo.Address)
        {
            Email = draft.ShipTo.Contact.Email,
            Phone = draft.ShipTo.Contact.Phone,
            NetworkAddress = draft.NetworkAddress,
            Device = draft.Device,
        });
        context.Send(new CheckDuplicate(message.OrderId, draft.Customer, OrderKeys.Basket(message.Lines, total), context.Clock.GetUtcNow()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReplacementOrderCreated message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // The buyer was checked with the order whose units it replaces.
        context.State = new OrderCreation { Lines = FulfilmentParts.Quantities(message.Lines), IsFree = true, ShipTo = WarehouseDestination.Of(message.ShipTo) };
        AskForWarehouse(message.ReplacementOrderId, message.Lines, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(FraudAssessed message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        switch (message.Assessment.Decision)
        {
            case FraudDecision.Blocked:
                context.Send(new CancelOrder(message.OrderId, CancellationReasons.FraudDetected));
                break;
            case FraudDecision.Review:
                Checked(message.OrderId, OrderCheck.Fraud, OrderAgent.FraudHold, context);
                break;
            default:
                Checked(message.OrderId, OrderCheck.Fraud, null, context);
                break;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(DuplicateChecked message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (message.Earlier is not null)
        {
            context.Send(new TagOrder(message.OrderId, "possible-duplicate"));
        }

        Checked(message.OrderId, OrderCheck.Duplicate, message.Earlier is null ? null : OrderAgent.DuplicateHold, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(WarehouseSelected message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.State.IsReplanning)
        {
            await ReplanAsync(message, context).ConfigureAwait(false);
            return;
        }

        if (!context.State.Open.Contains(OrderCheck.Warehouse))
        {
            return;
        }

        if (context.State.Released is not null)
        {
            await LeaveFromAsync(message, context).ConfigureAwait(false);
            return;
        }

        var state = context.State;
        var decision = Choose(message.Sites, context);
        await KeepAsync(message.OrderId, decision, context).ConfigureAwait(false);
        if (decision.Backordered.Count > 0 && state.Turn is null)
        {
            context.Send(new CancelOrder(message.OrderId, CancellationReasons.OutOfStock));
            return;
        }

        context.State = state with { Parts = BackorderPlan.Parts(decision, message.Sites, await IncomingAsync(decision, context).ConfigureAwait(false)) };
        Checked(message.OrderId, OrderCheck.Warehouse, null, context);
    }

    /// <inheritdoc/>
    public Task HandleAsync(NoWarehouseAvailable message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.State.IsReplanning)
        {
            context.State = context.State with { IsReplanning = false };
        }
        else if (message.Rejected.Count > 0 && context.State.Open.Contains(OrderCheck.Warehouse))
        {
            context.Send(new CancelOrder(message.OrderId, context.State.Released is null ? CancellationReasons.OutOfStock : CancellationReasons.AddressIssue));
        }
        else
        {
            // No warehouse is registered: everything is in the main one.
            Checked(message.OrderId, OrderCheck.Warehouse, null, context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderOnHold message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // A person may hold it too.
        if (!context.State.Holds.Contains(message.Reason))
        {
            context.State = context.State with { Holds = [.. context.State.Holds, message.Reason] };
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderHoldReleased message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.State.Holds.Contains(message.Reason))
        {
            context.State = context.State with { Holds = [.. context.State.Holds.Where(reason => reason != message.Reason)] };
            if (context.Steps.Count == 0)
            {
                ReserveWhenChecked(message.OrderId, context);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderModified message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // The order lets its items change only while it is held, before stock is asked for.
        context.State = context.State with { Lines = FulfilmentParts.Quantities(message.Lines), Amount = message.Totals.Total };
        if (message.ChangeType.Contains(OrderChange.ItemsKind, StringComparison.Ordinal))
        {
            AskForWarehouse(message.OrderId, message.Lines, context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockReserved message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.State.IsPaid)
        {
            context.Send(new ExtendReservation(message.ReservationId));
            return Task.CompletedTask;
        }

        // An order that waited is told so first: it asks for its units again when its hold has ended, and pays then.
        if (context.Steps.Count > 0 || context.State.Holds.Contains(OrderAgent.BackorderHold))
        {
            return Task.CompletedTask;
        }

        context.StepDone("reserve", new ReleaseStock(message.ReservationId, "the order could not be secured"));
        if (context.State.IsFree)
        {
            Secure(new OrderId(message.ReservationId), null, context);
            return Task.CompletedTask;
        }

        context.Send(context.State.Account is { } account
            ? new AcceptMarketplaceOrder(account, context.State.ExternalId!)
            : new AuthorizePayment(new OrderId(message.ReservationId), context.State.Amount!.Value, context.State.Method!.Value));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReservationExtended message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        var orderId = new OrderId(message.ReservationId);
        if (!context.State.IsPaid)
        {
            return Task.CompletedTask;
        }

        if (message.IsKept)
        {
            context.Send(new ConfirmOrder(orderId, context.State.Released, context.State.Parts));
        }
        else
        {
            // The money came later than the units were kept for: nobody else may have them meanwhile.
            ReserveWhenChecked(orderId, context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockReservationFailed message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        if (context.State.Account is { } account)
        {
            context.Send(new RefuseMarketplaceOrder(account, context.State.ExternalId!));
        }

        context.Send(new CancelOrder(new OrderId(message.ReservationId), CancellationReasons.OutOfStock));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        // Asked for whatever was reached: what this saga has sent before comes first, and where nothing was done nothing is undone.
        context.State = context.State with { IsOver = true };
        context.Send(new ReleaseStock(message.OrderId.Value, message.Reason));
        context.Send(new ReversePayment(message.OrderId, message.OrderId.Value, PaymentRefundReason.OrderCancelled, "cancellation"));
        context.Complete();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderShipped message, AgentContext<OrderCreation> context, CancellationToken cancellationToken)
    {
        context.Complete();
        return Task.CompletedTask;
    }

    private static void AskForWarehouse(OrderId orderId, IReadOnlyList<OrderLine> lines, AgentContext<OrderCreation> context)
    {
        var weight = Weight.FromGrams(lines.Sum(static line => line.UnitWeight.Grams * line.Quantity));
        var volume = lines.Sum(static line => line.UnitSize is { } size ? size.LengthCm * size.WidthCm * size.HeightCm * line.Quantity / 1_000_000m : 0);
        var order = new WarehouseOrder(
            [.. FulfilmentParts.Quantities(lines).Select(static line => new WarehouseOrderLine(line.Key, line.Value))],
            context.State.ShipTo,
            context.State.RequiredBy is null ? ServiceLevel.Standard : ServiceLevel.Express,
            weight,
            volume)
        {
            MayWait = context.State.Turn is not null,
        };
        context.State = context.State with { Asked = order, Parts = [], Open = [.. context.State.Open.Append(OrderCheck.Warehouse).Distinct()] };
        context.Send(new SelectWarehouse(orderId, order));
    }

    private static void Checked(OrderId orderId, OrderCheck check, string? hold, AgentContext<OrderCreation> context)
    {
        if (!context.State.Open.Contains(check))
        {
            return;
        }

        context.State = context.State with { Open = [.. context.State.Open.Where(open => open != check)] };
        if (hold is not null)
        {
            context.State = context.State with { Holds = [.. context.State.Holds, hold] };
            context.Send(new HoldOrder(orderId, hold));
        }

        ReserveWhenChecked(orderId, context);
    }

    private static void ReserveWhenChecked(OrderId orderId, AgentContext<OrderCreation> context)
    {
        var state = context.State;
        if (!state.IsOver && state.Open.Count == 0 && state.Holds.Count == 0)
        {
            Reserve(orderId, context);
        }
    }

    private static void Reserve(OrderId orderId, AgentContext<OrderCreation> context)
    {
        var state = context.State;
        context.Send(new ReserveStock(orderId.Value, state.Parts.Count == 0
            ? [.. state.Lines.Select(static line => new StockLine(line.Key, line.Value))]
            : [.. state.Parts.SelectMany(static part => part.Lines.Select(line => new StockLine(line.Key, line.Value, part.Warehouse)))])
        {
            // Money that is held does not wait.
            Turn = state.IsPaid ? null : state.Turn,
        });
    }
}
