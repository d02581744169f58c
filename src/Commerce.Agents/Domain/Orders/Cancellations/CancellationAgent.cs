using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Owns requests to cancel orders: decides what needs nobody's word, and follows until stock and money are back.</summary>
public sealed class CancellationAgent :
    IHandle<RequestCancellation, Cancellation>, IHandle<CancellationChecked, Cancellation>, IHandle<ReviewCancellation, Cancellation>,
    IHandle<WithdrawCancellation, Cancellation>, IHandle<OrderCancelled, Cancellation>, IHandle<CancellationImpossible, Cancellation>,
    IHandle<PaymentReversed, Cancellation>, IHandle<RefundCompleted, Cancellation>, IHandle<RefundFailed, Cancellation>,
    IHandle<CancellationDue, Cancellation>
{
    private const string Timer = "review";
    private const int MaxName = 200;
    private const int MaxNote = 1_000;

    private static readonly TimeSpan ReviewTime = TimeSpan.FromHours(4);

    /// <inheritdoc/>
    public Task HandleAsync(RequestCancellation message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        var refusals = Check(message);
        if (!refusals.Any && CancellationTransitions.Table.Refuse(context.State.Status, CancellationStatus.Pending) is not null)
        {
            refusals.Add(RefusalCode.Duplicate, "OrderId", $"A cancellation is {context.State.Status} already.");
        }

        var id = context.NewId();
        if (!refusals.Any)
        {
            context.State = new Cancellation
            {
                RequestId = id, Status = CancellationStatus.Pending, Reason = message.Reason, Note = message.Note, RequestedBy = message.RequestedBy,
            };
            context.Publish(new OrderCancellationRequested(id, message.OrderId, message.Reason, message.RequestedBy));
            context.Send(new CheckCancellable(message.OrderId, id));
        }

        context.Reply(refusals.Answer(id.ToString()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancellationChecked message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != CancellationStatus.Pending || context.State.RequestId != message.RequestId)
        {
            return Task.CompletedTask;
        }

        var (isApproved, why) = CancellationRules.Decide(context.State.Reason, message.Status);
        if (isApproved is { } decided)
        {
            Decide(message.OrderId, decided, "rules", why, context);
        }
        else
        {
            var due = context.Clock.GetUtcNow() + ReviewTime;
            context.ScheduleAt(new CancellationDue(message.OrderId, message.RequestId), due, Timer);
            context.Publish(new CancellationReviewNeeded(message.RequestId, message.OrderId, context.State.Reason, due));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReviewCancellation message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        var to = message.IsApproved ? CancellationStatus.Approved : CancellationStatus.Rejected;
        var refusal = string.IsNullOrWhiteSpace(message.Reviewer)
            ? Refusals.Invalid("Reviewer", "Reviewer is empty: give who decides.")
            : CancellationTransitions.Table.Refuse(context.State.Status, to);
        if (refusal is null)
        {
            Decide(message.OrderId, message.IsApproved, message.Reviewer, message.Note ?? "a person has decided", context);
        }

        context.Reply(Answer.Refused(context.State.RequestId.ToString(), refusal is null ? [] : [refusal]));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(WithdrawCancellation message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        var refusal = CancellationTransitions.Table.Refuse(context.State.Status, CancellationStatus.Rejected);
        if (refusal is null)
        {
            Decide(message.OrderId, isApproved: false, context.State.RequestedBy, "withdrawn", context);
        }

        context.Reply(Answer.Refused(context.State.RequestId.ToString(), refusal is null ? [] : [refusal]));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        Move(context, CancellationStatus.Processing);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancellationImpossible message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        Move(context, CancellationStatus.Failed, $"The order was {message.Status} meanwhile.");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(PaymentReversed message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { RefundAmount = message.Refund };
        if (message.Refund is null)
        {
            Move(context, CancellationStatus.Completed);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(RefundCompleted message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        Move(context, CancellationStatus.Completed);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(RefundFailed message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        Move(context, CancellationStatus.Failed, message.Reason);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(CancellationDue message, AgentContext<Cancellation> context, CancellationToken cancellationToken)
    {
        if (context.State.Status == CancellationStatus.Pending && context.State.RequestId == message.RequestId)
        {
            context.Publish(new CancellationOverdue(message.OrderId, message.RequestId));
        }

        return Task.CompletedTask;
    }

    private static void Decide(OrderId orderId, bool isApproved, string reviewer, string why, AgentContext<Cancellation> context)
    {
        context.Cancel(Timer);
        context.State = context.State with
        {
            Status = isApproved ? CancellationStatus.Approved : CancellationStatus.Rejected,
            Reviewer = reviewer,
            DecidedAt = context.Clock.GetUtcNow(),
            Why = why,
        };
        context.Publish(new OrderCancellationReviewed(context.State.RequestId, orderId, isApproved, why));
        if (isApproved)
        {
            context.Send(new CancelOrder(orderId, context.State.Reason));
        }
    }

    private static void Move(AgentContext<Cancellation> context, CancellationStatus to, string? why = null)
    {
        if (CancellationTransitions.Table.Allows(context.State.Status, to))
        {
            context.State = context.State with { Status = to, Why = why ?? context.State.Why };
        }
    }

    private static Refusals Check(RequestCancellation message)
    {
        var refusals = new Refusals();
        refusals.Require(
            CancellationReasons.All.Contains(message.Reason), "Reason", $"Reason is {message.Reason}: give one of {string.Join(", ", CancellationReasons.All)}.");
        refusals.RequireText(message.RequestedBy, MaxName, "RequestedBy");
        refusals.Require(
            !(message.Note?.Length > MaxNote || (message.Reason == CancellationReasons.Other && string.IsNullOrWhiteSpace(message.Note))),
            "Note",
            $"Note has {message.Note?.Length ?? 0} characters: give at most {MaxNote}, and some for {CancellationReasons.Other}.");
        return refusals;
    }
}
