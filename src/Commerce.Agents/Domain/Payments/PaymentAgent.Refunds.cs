using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <content>Money that goes back.</content>
public sealed partial class PaymentAgent
{
    private const int MaxRefundTries = 3;

    /// <inheritdoc/>
    public async Task HandleAsync(ReversePayment message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        var payment = context.State;
        Money? voided = null;
        Money? refund = null;
        if (payment is { GatewayId: { } id, Authorized: { } held } && payment.Status == PaymentStatus.Authorized)
        {
            var answer = await context.OnceAsync("void", async key => Answer(await Gateway.CancelPaymentAsync(
                new CancelPaymentRequest { Key = key, PaymentId = id, Reason = message.Reason }, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
            if (answer.Status != PaymentStatus.Cancelled)
            {
                throw new CommerceException(CommerceErrorKind.Conflict, $"The payment {id} cannot be let go: {answer.DeclineCode ?? answer.Status.Value}. Look at it at the gateway.");
            }

            context.State = payment with { Status = answer.Status };
            EndHold(context);
            context.Publish(new PaymentVoided(message.OrderId, held));
            voided = held;
        }
        else if (payment.Refundable is { Amount: > 0 } left)
        {
            Request(new RefundRequested(message.OrderId, message.RequestId, left, message.Reason, message.RequestedBy), context);
            refund = left;
        }

        context.Publish(new PaymentReversed(message.OrderId, message.RequestId, voided, refund));
    }

    /// <inheritdoc/>
    public Task HandleAsync(RefundRequested message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        Request(message, context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(DecideRefund message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        var id = message.RefundId.ToString();
        if (Find(context, message.RefundId) is not { } refund)
        {
            context.Reply(Domain.Answer.Refused(id, new Refusal(RefusalCode.NotFound, $"The refund {id} is not known.") { Field = "RefundId" }));
            return Task.CompletedTask;
        }

        var to = message.IsApproved ? RefundState.Approved : RefundState.Rejected;
        var refusal = string.IsNullOrWhiteSpace(message.Reviewer)
            ? Refusals.Invalid("Reviewer", "Reviewer is empty: give who decides.")
            : message.IsApproved && string.Equals(message.Reviewer, refund.RequestedBy, StringComparison.OrdinalIgnoreCase)
                ? new Refusal(RefusalCode.Forbidden, "Reviewer is who asked for the refund: a second person must agree.") { Field = "Reviewer" }
                : PaymentTransitions.Allows(refund.Status, to) ? null
                : new Refusal(RefusalCode.InvalidTransition, $"The refund is {refund.Status} and cannot become {to}.") { Field = "RefundId" };
        if (refusal is not null)
        {
            context.Reply(Domain.Answer.Refused(id, refusal));
            return Task.CompletedTask;
        }

        if (message.IsApproved)
        {
            Approve(message.OrderId, refund with { ApprovedBy = message.Reviewer }, context);
        }
        else
        {
            Put(context, refund with { Status = RefundState.Rejected });
            context.Publish(new RefundFailed(message.OrderId, refund.Id, refund.Amount, "A second person has refused it."));
        }

        context.Reply(Domain.Answer.Done(id));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ExecuteRefund message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        if (Find(context, message.RefundId) is not { Status: RefundState.Processing } refund)
        {
            return;
        }

        var answer = await context.OnceAsync("refund", async key => Answer(await Gateway.RefundPaymentAsync(
            new RefundPaymentRequest
            {
                Key = key,
                PaymentId = context.State.GatewayId!.Value,
                Amount = refund.Amount,
                Reason = refund.Reason,
                Metadata = new Dictionary<string, string> { ["refund_id"] = refund.Id.ToString() },
            },
            cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        Follow(message.OrderId, refund with { Tries = refund.Tries + 1, GatewayId = answer.GatewayId }, answer, context);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckRefund message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        if (Find(context, message.RefundId) is { Status: RefundState.Processing, GatewayId: { } id } refund
            && await Gateway.FindRefundAsync(id, null, cancellationToken).ConfigureAwait(false) is { } found)
        {
            Follow(message.OrderId, refund, new RefundAnswer(found.Id, found.Status, found.FailureReason), context);
        }
    }

    private static RefundAnswer Answer(Outcome<Refund> outcome) => outcome.TryGet(out var refund, out var refusal)
        ? new RefundAnswer(refund.Id, refund.Status, refund.FailureReason)
        : new RefundAnswer(null, RefundStatus.Failed, refusal.Message);

    private static OrderRefund? Find(AgentContext<OrderPayment> context, Guid refundId) => context.State.Refunds.FirstOrDefault(refund => refund.Id == refundId);

    private static void Put(AgentContext<OrderPayment> context, OrderRefund refund) => context.State = context.State with
    {
        Refunds = [.. context.State.Refunds.Where(other => other.Id != refund.Id), refund],
    };

    private static void Approve(OrderId orderId, OrderRefund refund, AgentContext<OrderPayment> context)
    {
        Put(context, refund with { Status = RefundState.Processing });
        context.Publish(new RefundApproved(orderId, refund.Id, refund.Amount));
        context.Send(new ExecuteRefund(orderId, refund.Id));
    }

    private void Request(RefundRequested message, AgentContext<OrderPayment> context)
    {
        var payment = context.State;
        if (Find(context, message.RequestId) is not null)
        {
            return;
        }

        if (payment.Refundable is not { } left || message.Amount.Currency != left.Currency || message.Amount.Amount <= 0 || message.Amount > left)
        {
            context.Publish(new RefundFailed(
                message.OrderId, message.RequestId, message.Amount, $"The amount is {message.Amount}: at most {payment.Refundable?.ToString() ?? "nothing"} can go back."));
            return;
        }

        var refund = new OrderRefund { Id = message.RequestId, Amount = message.Amount, Reason = message.Reason, RequestedBy = message.RequestedBy };
        var age = context.Clock.GetUtcNow() - payment.CapturedAt;
        var why = message.Amount.Amount > options.Value.SecondPersonAbove ? $"more than {options.Value.SecondPersonAbove} goes back"
            : age > options.Value.SecondPersonAfter ? $"the payment is older than {options.Value.SecondPersonAfter.Days} days"
            : null;
        if (why is null)
        {
            Approve(message.OrderId, refund, context);
            return;
        }

        Put(context, refund);
        context.Publish(new RefundApprovalNeeded(message.OrderId, refund.Id, refund.Amount, why));
    }

    private void Follow(OrderId orderId, OrderRefund refund, RefundAnswer answer, AgentContext<OrderPayment> context)
    {
        if (answer.Status == RefundStatus.Succeeded)
        {
            Put(context, refund with { Status = RefundState.Completed });
            var back = context.State.Refunds.Where(static other => other.Status == RefundState.Completed)
                .Aggregate(Money.Zero(refund.Amount.Currency), static (sum, other) => sum + other.Amount);
            context.Publish(new RefundCompleted(orderId, refund.Id, refund.Amount, back == context.State.Captured));
        }
        else if (answer.Status == RefundStatus.Failed || answer.Status == RefundStatus.Cancelled)
        {
            if (refund.Tries < MaxRefundTries)
            {
                Put(context, refund);
                context.Schedule(new ExecuteRefund(orderId, refund.Id), options.Value.RefundRetry, $"refund/{refund.Id}");
                return;
            }

            Put(context, refund with { Status = RefundState.Failed });
            context.Publish(new RefundFailed(
                orderId, refund.Id, refund.Amount, $"The gateway refused it {refund.Tries} times: {answer.Reason ?? answer.Status.Value}. Pay it back by other means."));
        }
        else
        {
            Put(context, refund);
            context.Schedule(new CheckRefund(orderId, refund.Id), options.Value.RefundRetry, $"refund/{refund.Id}");
        }
    }
}
