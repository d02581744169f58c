using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Payments;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Follows assessed orders: reviews by a person, and what the orders turn out to be. Keys are order ids.</summary>
/// <param name="options">When reviews are due and expire.</param>
public sealed class FraudCaseAgent(IOptions<PaymentAgentOptions> options) :
    IHandle<FraudAssessed, FraudCase>, IHandle<DecideReview, FraudCase>, IHandle<CheckReviewDue, FraudCase>, IHandle<ExpireReview, FraudCase>,
    IHandle<OrderCancelled, FraudCase>, IHandle<OrderDelivered, FraudCase>, IHandle<DisputeOpened, FraudCase>, IHandle<DisputeResolved, FraudCase>,
    IHandle<GetAssessment, FraudCase>
{
    private const string DueTimer = "due";
    private const string ExpiryTimer = "expiry";
    private const int MaxNote = 2_000;
    private const int MaxReviewer = 200;

    /// <inheritdoc/>
    public async Task HandleAsync(FraudAssessed message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        if (context.Exists)
        {
            return;
        }

        context.State = new FraudCase { Customer = message.Customer };
        if (message.Assessment.Decision != FraudDecision.Review)
        {
            return;
        }

        var now = context.Clock.GetUtcNow();
        var review = new ReviewCase
        {
            Id = message.OrderId.Value,
            OrderId = message.OrderId,
            Customer = message.Customer,
            Score = message.Assessment.Score,
            Reason = message.Assessment.Reason,
            OpenedAt = now,
            DueAt = now + options.Value.Fraud.ReviewDueAfter,
            ExpiresAt = now + options.Value.Fraud.ReviewExpiresAfter,
        };
        await context.Repository<ReviewCase>().CreateAsync(review).ConfigureAwait(false);
        context.ScheduleAt(new CheckReviewDue(message.OrderId), review.DueAt, DueTimer);
        context.ScheduleAt(new ExpireReview(message.OrderId), review.ExpiresAt, ExpiryTimer);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(DecideReview message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        var found = await FindReviewAsync(message.OrderId, context).ConfigureAwait(false);
        var refusals = Check(message, found?.Value);
        if (found is null || refusals.Any)
        {
            context.Reply(refusals.Answer(message.OrderId.ToString()));
            return;
        }

        await CloseAsync(context, found, found.Value with
        {
            Status = ReviewStatus.Decided,
            IsApproved = message.IsApproved,
            Note = message.Note.Trim(),
            Reviewer = message.Reviewer.Trim(),
        }).ConfigureAwait(false);
        if (!message.IsApproved)
        {
            await SetOutcomeAsync(message.OrderId, context, _ => FraudOutcome.Fraud).ConfigureAwait(false);
        }

        context.Publish(new FraudReviewed(
            message.OrderId, message.IsApproved, message.IsApproved ? "A reviewer approved the order." : "A reviewer refused the order."));
        context.Reply(Answer.Done(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckReviewDue message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        if (await FindReviewAsync(message.OrderId, context).ConfigureAwait(false) is { Value: { Status: ReviewStatus.Open, IsOverdue: false } review } found)
        {
            await context.Repository<ReviewCase>().UpdateAsync(review with { IsOverdue = true }, found.Version).ConfigureAwait(false);
            context.Publish(new FraudReviewOverdue(message.OrderId, review.DueAt, review.ExpiresAt));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ExpireReview message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        if (await ExpireAsync(message.OrderId, context).ConfigureAwait(false))
        {
            context.Publish(new FraudReviewed(message.OrderId, IsApproved: false, "Nobody decided the review in time."));
        }
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<FraudCase> context, CancellationToken cancellationToken) =>
        context.Exists ? ExpireAsync(message.OrderId, context) : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task HandleAsync(OrderDelivered message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        if (!context.Exists || context.State.IsDelivered)
        {
            return;
        }

        context.State = context.State with { IsDelivered = true };
        await SetOutcomeAsync(
            message.OrderId, context, outcome => outcome == FraudOutcome.Unknown ? FraudOutcome.Legitimate : outcome).ConfigureAwait(false);
        context.Send(new RecordBuyerEvent(context.State.Customer, message.OrderId, BuyerEvent.Delivered));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(DisputeOpened message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        if (!context.Exists || message.IsInquiry || context.State.Chargebacks.Contains(message.DisputeId))
        {
            return;
        }

        context.State = context.State with { Chargebacks = [.. context.State.Chargebacks, message.DisputeId] };
        await SetOutcomeAsync(message.OrderId, context, _ => FraudOutcome.Fraud).ConfigureAwait(false);
        context.Send(new RecordBuyerEvent(context.State.Customer, message.OrderId, BuyerEvent.ChargedBack));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(DisputeResolved message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        var isOver = message.Outcome == DisputeStatus.Won || message.Outcome == DisputeStatus.Closed;
        if (!isOver || !context.State.Chargebacks.Contains(message.DisputeId))
        {
            return;
        }

        context.State = context.State with { Chargebacks = [.. context.State.Chargebacks.Where(id => id != message.DisputeId)] };
        if (context.State.Chargebacks.Count == 0)
        {
            await SetOutcomeAsync(message.OrderId, context, _ => FraudOutcome.Legitimate).ConfigureAwait(false);
        }

        context.Send(new RecordBuyerEvent(context.State.Customer, message.OrderId, BuyerEvent.ChargebackWithdrawn));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(GetAssessment message, AgentContext<FraudCase> context, CancellationToken cancellationToken)
    {
        var check = await context.Repository<FraudCheck>().FindAsync(message.OrderId.Value).ConfigureAwait(false);
        var review = await FindReviewAsync(message.OrderId, context).ConfigureAwait(false);
        context.Reply(new AssessmentAnswer(message.OrderId, check?.Value, review?.Value, check is not null ? [] :
        [
            new Refusal(RefusalCode.NotFound, $"The order {message.OrderId} was not assessed: send AssessOrder first.") { Field = "OrderId" },
        ]));
    }

    private static Task<Versioned<ReviewCase>?> FindReviewAsync(OrderId orderId, AgentContext<FraudCase> context) =>
        context.Repository<ReviewCase>().FindAsync(orderId.Value);

    private static Refusals Check(DecideReview message, ReviewCase? review)
    {
        var refusals = new Refusals();
        if (review is null)
        {
            refusals.Add(RefusalCode.NotFound, "OrderId", $"The order {message.OrderId} has no review: only orders that need one are decided by a person.");
        }
        else if (ReviewTransitions.Table.Refuse(review.Status, ReviewStatus.Decided) is { } refusal)
        {
            refusals.Add(refusal);
        }

        refusals.Require(Refusals.IsText(message.Note, MaxNote), "Note", $"Note is empty or too long: say why in 1 to {MaxNote} characters.");
        refusals.Require(Refusals.IsText(message.Reviewer, MaxReviewer), "Reviewer", $"Reviewer is empty or too long: say who decides in 1 to {MaxReviewer} characters.");
        return refusals;
    }

    private static async Task<bool> ExpireAsync(OrderId orderId, AgentContext<FraudCase> context)
    {
        if (await FindReviewAsync(orderId, context).ConfigureAwait(false) is not { } found
            || !ReviewTransitions.Table.Allows(found.Value.Status, ReviewStatus.Expired))
        {
            return false;
        }

        await CloseAsync(context, found, found.Value with { Status = ReviewStatus.Expired }).ConfigureAwait(false);
        return true;
    }

    private static Task CloseAsync(AgentContext<FraudCase> context, Versioned<ReviewCase> found, ReviewCase closed)
    {
        context.Cancel(DueTimer);
        context.Cancel(ExpiryTimer);
        return context.Repository<ReviewCase>().UpdateAsync(closed with { ClosedAt = context.Clock.GetUtcNow() }, found.Version);
    }

    private static async Task SetOutcomeAsync(OrderId orderId, AgentContext<FraudCase> context, Func<FraudOutcome, FraudOutcome> next)
    {
        var checks = context.Repository<FraudCheck>();
        if (await checks.FindAsync(orderId.Value).ConfigureAwait(false) is { } found && next(found.Value.Outcome) is var outcome && outcome != found.Value.Outcome)
        {
            await checks.UpdateAsync(found.Value with { Outcome = outcome }, found.Version).ConfigureAwait(false);
        }
    }
}
