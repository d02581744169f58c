namespace Commerce.Agents.Domain.Inventory;

/// <summary>Sends units from one warehouse to another: kept first, then on their way, then there. They can be sold where they are, and nowhere in between.</summary>
public sealed class TransferAgent :
    IHandle<StartTransfer, StockTransfer>, IHandle<StockReserved, StockTransfer>, IHandle<StockReservationFailed, StockTransfer>,
    IHandle<DispatchTransfer, StockTransfer>, IHandle<CompleteTransfer, StockTransfer>, IHandle<CancelTransfer, StockTransfer>
{
    private const int MaxCode = 64;
    private const int MaxReason = 200;

    /// <inheritdoc/>
    public Task HandleAsync(StartTransfer message, AgentContext<StockTransfer> context, CancellationToken cancellationToken)
    {
        var id = message.TransferId.ToString();
        if (context.State.Status != TransferStatus.None)
        {
            var isSame = context.State.Line == message.Line && context.State.To == message.To;
            context.Reply(isSame
                ? Answer.Done(id)
                : Answer.Refused(id, new Refusal(RefusalCode.Duplicate, "TransferId is that of another transfer: give a new one.") { Field = "TransferId" }));
            return Task.CompletedTask;
        }

        var refusals = Check(message);
        if (!refusals.Any)
        {
            context.State = new StockTransfer { Status = TransferStatus.Requested, Line = message.Line, To = message.To };
            context.Send(new ReserveStock(message.TransferId, [message.Line]));
        }

        context.Reply(refusals.Answer(id));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockReserved message, AgentContext<StockTransfer> context, CancellationToken cancellationToken)
    {
        if (TransferTransitions.Table.Allows(context.State.Status, TransferStatus.Reserved))
        {
            context.State = context.State with { Status = TransferStatus.Reserved };
            context.Send(new ExtendReservation(message.ReservationId));
            context.Publish(new TransferReserved(message.ReservationId, context.State.Line!, context.State.To));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(StockReservationFailed message, AgentContext<StockTransfer> context, CancellationToken cancellationToken)
    {
        if (context.State.Status == TransferStatus.Requested)
        {
            Cancel(message.ReservationId, $"Only {message.Shortages[0].Available} of {message.Shortages[0].Requested} units are available.", context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(DispatchTransfer message, AgentContext<StockTransfer> context, CancellationToken cancellationToken)
    {
        var refusal = TransferTransitions.Table.Refuse(context.State.Status, TransferStatus.InTransit);
        if (refusal is null)
        {
            context.State = context.State with { Status = TransferStatus.InTransit };
            context.Send(new FulfilStock(message.TransferId, Kind: StockMovementKind.Transfer));
        }

        Reply(message.TransferId, refusal, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CompleteTransfer message, AgentContext<StockTransfer> context, CancellationToken cancellationToken)
    {
        var transfer = context.State;
        var refusal = TransferTransitions.Table.Refuse(transfer.Status, TransferStatus.Received);
        if (refusal is null && (message.Received < 0 || message.Received > transfer.Line!.Quantity))
        {
            refusal = Refusals.Invalid("Received", $"Received is {message.Received}: give 0 to {transfer.Line!.Quantity}, which were sent.");
        }

        if (refusal is null)
        {
            var (line, reference) = (transfer.Line!, $"transfer {message.TransferId}");
            context.State = transfer with { Status = TransferStatus.Received, Received = message.Received };
            if (message.Received > 0)
            {
                context.Send(new ReceiveStock(line.Sku, message.Received, reference, transfer.To, StockMovementKind.Transfer));
            }

            if (message.Received < line.Quantity)
            {
                context.Publish(new StockAdjusted(line.Sku, transfer.To, message.Received - line.Quantity, StockMovementKind.Loss, reference));
            }

            context.Publish(new StockTransferred(message.TransferId, line, transfer.To, message.Received));
            context.Complete();
        }

        Reply(message.TransferId, refusal, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancelTransfer message, AgentContext<StockTransfer> context, CancellationToken cancellationToken)
    {
        var reason = message.Reason ?? "";
        var refusal = !Refusals.IsText(reason, MaxReason)
            ? Refusals.Invalid("Reason", $"Reason has {reason.Length} characters: give 1 to {MaxReason}.")
            : TransferTransitions.Table.Refuse(context.State.Status, TransferStatus.Cancelled);
        if (refusal is null)
        {
            context.Send(new ReleaseStock(message.TransferId, reason));
            Cancel(message.TransferId, reason, context);
        }

        Reply(message.TransferId, refusal, context);
        return Task.CompletedTask;
    }

    private static void Cancel(Guid id, string why, AgentContext<StockTransfer> context)
    {
        context.State = context.State with { Status = TransferStatus.Cancelled, Why = why };
        context.Publish(new TransferCancelled(id, why));
        context.Complete();
    }

    private static void Reply(Guid id, Refusal? refusal, AgentContext<StockTransfer> context) =>
        context.Reply(Answer.Refused(id.ToString(), refusal is null ? [] : [refusal]));

    private static Refusals Check(StartTransfer message)
    {
        var refusals = new Refusals();
        refusals.Require(message.TransferId != Guid.Empty, "TransferId", "TransferId is empty: give a new one.");
        refusals.Require(message.Line.Quantity >= 1, "Line.Quantity", $"Line.Quantity is {message.Line.Quantity}: send 1 or more.");
        refusals.Require(Refusals.IsText(message.To, MaxCode), "To", $"To has {message.To?.Length ?? 0} characters: give a warehouse's code of 1 to {MaxCode}.");
        refusals.Require(message.To != message.Line.Warehouse, "To", $"To is {message.To}, where the units are: give another warehouse.");
        return refusals;
    }
}
