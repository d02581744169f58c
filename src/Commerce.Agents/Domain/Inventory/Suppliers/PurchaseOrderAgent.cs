using Commerce.Agents.Domain.Orders;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Carries purchase orders from their draft to their last delivery; keys are their ids.</summary>
/// <param name="options">How goods are bought.</param>
public sealed partial class PurchaseOrderAgent(IOptions<SupplierOptions> options) :
    IHandle<AddToPurchaseOrder, PurchaseOrderFollowUp>, IHandle<SendPurchaseOrder, PurchaseOrderFollowUp>,
    IHandle<PurchaseOrderMergeEnded, PurchaseOrderFollowUp>, IHandle<ApprovePurchaseOrder, PurchaseOrderFollowUp>,
    IHandle<ConfirmPurchaseOrder, PurchaseOrderFollowUp>, IHandle<ReceivePurchaseOrder, PurchaseOrderFollowUp>,
    IHandle<ReceiveInbound, PurchaseOrderFollowUp>, IHandle<CancelPurchaseOrder, PurchaseOrderFollowUp>,
    IHandle<CheckPurchaseOrderOverdue, PurchaseOrderFollowUp>
{
    private const string MergeTimer = "merge";
    private const int MaxReason = 500;

    /// <inheritdoc/>
    public async Task HandleAsync(AddToPurchaseOrder message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken)
    {
        var orders = context.Repository<PurchaseOrder>();
        var known = (await orders.FindAsync(message.PurchaseOrderId.Value).ConfigureAwait(false))?.Value;
        if (known is { Status: not PurchaseOrderStatus.Draft })
        {
            context.Send(new ReorderAfterClosing(message.PurchaseOrderId, message.Supplier, message.Warehouse, message.Lines, message.IsRecommendation));
            return;
        }

        var now = context.Clock.GetUtcNow();
        if (known is null)
        {
            context.Schedule(new PurchaseOrderMergeEnded(message.PurchaseOrderId), options.Value.MergeTime, MergeTimer);
        }

        var order = (known ?? new PurchaseOrder
        {
            Id = message.PurchaseOrderId.Value,
            Number = OrderKeys.Number("PO", now, message.PurchaseOrderId.Value),
            Supplier = message.Supplier,
            Warehouse = message.Warehouse,
            CreatedAt = now,
        }).Growing(message.Lines, message.IsRecommendation);
        await orders.PutAsync(order).ConfigureAwait(false);
        context.Publish(new PurchaseOrderCreated(
            message.PurchaseOrderId, order.Number, order.Supplier, order.Warehouse, order.Items(), order.DueWhenSent(now)));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(SendPurchaseOrder message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken)
    {
        if (await FindAsync(message.PurchaseOrderId, context, PurchaseOrderStatus.Sent).ConfigureAwait(false) is not { } order)
        {
            return;
        }

        if (order.NeedsApproval(options.Value))
        {
            var text = $"The value is {order.Total()}, above {options.Value.ApprovalLimit} {options.Value.Currency}: approve it first.";
            context.Reply(Answer.Refused(message.PurchaseOrderId.ToString(), new Refusal(RefusalCode.PolicyViolation, text) { Field = "Total" }));
            return;
        }

        await SendAsync(order, context).ConfigureAwait(false);
        context.Reply(Answer.Done(message.PurchaseOrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(PurchaseOrderMergeEnded message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken)
    {
        var orders = context.Repository<PurchaseOrder>();
        if (await orders.FindAsync(message.PurchaseOrderId.Value).ConfigureAwait(false) is not { Value: { Status: PurchaseOrderStatus.Draft } order })
        {
            return;
        }

        if (!order.NeedsApproval(options.Value))
        {
            await SendAsync(order, context).ConfigureAwait(false);
            return;
        }

        await orders.PutAsync(order with { IsAwaitingApproval = true }).ConfigureAwait(false);
        context.Publish(new PurchaseOrderApprovalNeeded(message.PurchaseOrderId, order.Number, order.Supplier, order.Total()!.Value));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ApprovePurchaseOrder message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken)
    {
        if (await FindAsync(message.PurchaseOrderId, context, PurchaseOrderStatus.Sent).ConfigureAwait(false) is not { } order)
        {
            return;
        }

        if (order.Total() != message.Total)
        {
            var text = $"The value is {order.Total()}, not {message.Total}: look at it again and approve what it is.";
            context.Reply(Answer.Refused(message.PurchaseOrderId.ToString(), new Refusal(RefusalCode.Conflict, text) { Field = "Total" }));
            return;
        }

        order = order with { ApprovedTotal = message.Total };
        await (order.IsAwaitingApproval ? SendAsync(order, context) : context.Repository<PurchaseOrder>().PutAsync(order)).ConfigureAwait(false);
        context.Reply(Answer.Done(message.PurchaseOrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ConfirmPurchaseOrder message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken)
    {
        if (await FindAsync(message.PurchaseOrderId, context, PurchaseOrderStatus.Confirmed).ConfigureAwait(false) is not { } order)
        {
            return;
        }

        var refusals = new Refusals();
        refusals.Require(message.ExpectedOn >= context.Today(), "ExpectedOn", $"{message.ExpectedOn:yyyy-MM-dd} is past: give a day that is to come.");
        if (!refusals.Any)
        {
            order = order with { Status = PurchaseOrderStatus.Confirmed, ExpectedOn = message.ExpectedOn };
            await context.Repository<PurchaseOrder>().PutAsync(order).ConfigureAwait(false);
            Watch(message.PurchaseOrderId, message.ExpectedOn, context);
            context.Publish(new PurchaseOrderConfirmed(
                message.PurchaseOrderId, order.Number, order.Supplier, order.Warehouse, order.Items(), message.ExpectedOn));
        }

        context.Reply(refusals.Answer(message.PurchaseOrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CancelPurchaseOrder message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken)
    {
        if (await FindAsync(message.PurchaseOrderId, context, PurchaseOrderStatus.Cancelled).ConfigureAwait(false) is not { } order)
        {
            return;
        }

        var refusals = new Refusals();
        refusals.RequireText(message.Reason, MaxReason, "Reason");
        if (!refusals.Any)
        {
            await context.Repository<PurchaseOrder>().PutAsync(order with { Status = PurchaseOrderStatus.Cancelled, IsAwaitingApproval = false }).ConfigureAwait(false);
            context.Cancel(MergeTimer);
            StopWatching(context);
            context.Publish(new PurchaseOrderCancelled(message.PurchaseOrderId, order.Number, order.Supplier, order.Warehouse, message.Reason));
        }

        context.Reply(refusals.Answer(message.PurchaseOrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckPurchaseOrderOverdue message, AgentContext<PurchaseOrderFollowUp> context, CancellationToken cancellationToken)
    {
        var found = await context.Repository<PurchaseOrder>().FindAsync(message.PurchaseOrderId.Value).ConfigureAwait(false);
        if (found is not { Value: { ExpectedOn: { } expected, Status: PurchaseOrderStatus.Sent or PurchaseOrderStatus.Confirmed or PurchaseOrderStatus.PartiallyReceived } order }
            || context.State.Told >= message.Step || context.Today() < expected.AddDays(DaysAfter(message.Step)))
        {
            return;
        }

        var proposals = new List<SupplierProposal>();
        foreach (var line in order.Lines.Where(line => message.Step == OverdueStep.Alert && line.Outstanding() > 0))
        {
            var offers = await context.OffersAsync(line.Sku).ConfigureAwait(false);
            var ranking = SupplierScore.Rank(line.Outstanding(), null, [.. offers.Where(offer => offer.Supplier != order.Supplier)], options.Value);
            await context.KeepAsync(line.Sku.Value, ranking).ConfigureAwait(false);
            if (ranking.Best() is { } best)
            {
                proposals.Add(new SupplierProposal(line.Sku, line.Outstanding(), best.Supplier, best.Score));
            }
        }

        context.State = new PurchaseOrderFollowUp { Told = message.Step };
        context.Publish(new PurchaseOrderOverdue(
            message.PurchaseOrderId, order.Number, order.Supplier, order.Warehouse, expected, message.Step, proposals));
    }

    private static void StopWatching(AgentContext<PurchaseOrderFollowUp> context)
    {
        foreach (var step in Enum.GetValues<OverdueStep>())
        {
            context.Cancel(step.ToString());
        }
    }

    /// <summary>Reads a purchase order that shall go to a status; answers itself when there is none or the step is not allowed.</summary>
    private static async Task<PurchaseOrder?> FindAsync(PurchaseOrderId id, AgentContext<PurchaseOrderFollowUp> context, PurchaseOrderStatus to)
    {
        var order = (await context.Repository<PurchaseOrder>().FindAsync(id.Value).ConfigureAwait(false))?.Value;
        var refusal = order is null
            ? new Refusal(RefusalCode.NotFound, "There is no such purchase order.") { Field = "PurchaseOrderId" }
            : PurchaseOrderTransitions.Table.Refuse(order.Status, to);
        if (refusal is null)
        {
            return order;
        }

        context.Reply(Answer.Refused(id.ToString(), refusal));
        return null;
    }

    private async Task SendAsync(PurchaseOrder order, AgentContext<PurchaseOrderFollowUp> context)
    {
        var now = context.Clock.GetUtcNow();
        var (id, expected) = (new PurchaseOrderId(order.Id), order.DueWhenSent(now));
        await context.Repository<PurchaseOrder>().PutAsync(order with
        {
            Status = PurchaseOrderStatus.Sent,
            IsAwaitingApproval = false,
            SentAt = now,
            ExpectedOn = expected,
        }).ConfigureAwait(false);
        context.Cancel(MergeTimer);
        Watch(id, expected, context);
        context.Publish(new PurchaseOrderSent(id, order.Number, order.Supplier, order.Warehouse, order.Items(), expected));
    }

    private int DaysAfter(OverdueStep step) => step == OverdueStep.Reminder ? options.Value.ReminderAfterDays : options.Value.AlertAfterDays;

    private void Watch(PurchaseOrderId id, DateOnly expected, AgentContext<PurchaseOrderFollowUp> context)
    {
        foreach (var step in Enum.GetValues<OverdueStep>())
        {
            var at = new DateTimeOffset(expected.AddDays(DaysAfter(step)), TimeOnly.MinValue, TimeSpan.Zero);
            context.ScheduleAt(new CheckPurchaseOrderOverdue(id, step), at, step.ToString());
        }
    }
}
