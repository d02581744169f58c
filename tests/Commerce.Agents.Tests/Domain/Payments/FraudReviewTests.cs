using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class FraudReviewTests
{
    private static readonly OrderId One = RiskDesk.Order(1);

    [Theory]
    [InlineData(true, FraudOutcome.Unknown)]
    [InlineData(false, FraudOutcome.Fraud)]
    public async Task A_person_decides_once(bool isApproved, FraudOutcome outcome)
    {
        await using var desk = await OpenWithReviewAsync();

        var answer = await desk.AskAsync<Answer>(new DecideReview(One, isApproved, "called the buyer", "lea"));
        var again = await desk.AskAsync<Answer>(new DecideReview(One, !isApproved, "changed my mind", "tom"));
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(49));

        Assert.Empty(answer.Refusals);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(again.Refusals).Code);
        var review = Assert.Single(await desk.ListAsync<ReviewCase>());
        Assert.Equal((ReviewStatus.Decided, isApproved, "lea", false), (review.Status, review.IsApproved, review.Reviewer, review.IsOverdue));
        Assert.Equal(isApproved, desk.Host.Published.Only<FraudReviewed>().IsApproved);
        Assert.Empty(desk.Host.Published.All<FraudReviewOverdue>());
        Assert.Equal(outcome, Assert.Single(await desk.ListAsync<FraudCheck>()).Outcome);
    }

    [Fact]
    public async Task A_review_is_overdue_once_after_four_hours_and_ends_after_two_days()
    {
        await using var desk = await OpenWithReviewAsync();
        var opened = desk.Host.Clock.GetUtcNow();

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(4) - TimeSpan.FromSeconds(1));
        Assert.Empty(desk.Host.Published.All<FraudReviewOverdue>());
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(new FraudReviewOverdue(One, opened.AddHours(4), opened.AddHours(48)), desk.Host.Published.Only<FraudReviewOverdue>());
        Assert.True(Assert.Single(await desk.ListAsync<ReviewCase>()).IsOverdue);

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(44) - TimeSpan.FromSeconds(1));
        Assert.Empty(desk.Host.Published.All<FraudReviewed>());
        await desk.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.False(desk.Host.Published.Only<FraudReviewed>().IsApproved);
        Assert.Equal(ReviewStatus.Expired, Assert.Single(await desk.ListAsync<ReviewCase>()).Status);
        Assert.Equal(
            RefusalCode.InvalidTransition,
            Assert.Single((await desk.AskAsync<Answer>(new DecideReview(One, true, "too late", "lea"))).Refusals).Code);
        Assert.Single(desk.Host.Published.All<FraudReviewOverdue>());
        Assert.Equal(FraudOutcome.Unknown, Assert.Single(await desk.ListAsync<FraudCheck>()).Outcome);
    }

    [Fact]
    public async Task A_crash_ends_a_review_once()
    {
        await using var desk = await OpenWithReviewAsync();
        desk.Host.CrashNextAt(CrashPoint.BeforeCommit);
        await desk.Host.SendAsync(new DecideReview(One, true, "called the buyer", "lea"));
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(49));

        Assert.True(desk.Host.Published.Only<FraudReviewed>().IsApproved);
        Assert.Equal(ReviewStatus.Decided, Assert.Single(await desk.ListAsync<ReviewCase>()).Status);
    }

    [Fact]
    public async Task The_times_are_options()
    {
        await using var desk = await OpenWithReviewAsync(options =>
            (options.Fraud.ReviewDueAfter, options.Fraud.ReviewExpiresAfter) = (TimeSpan.FromHours(1), TimeSpan.FromHours(2)));

        await desk.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Single(desk.Host.Published.All<FraudReviewOverdue>());
        Assert.Single(desk.Host.Published.All<FraudReviewed>());
    }

    [Fact]
    public async Task A_cancelled_order_needs_no_review()
    {
        await using var desk = await OpenWithReviewAsync();

        await desk.SendAsync(new OrderCancelled(One, "ORD-1", "buyer changed their mind"));
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(49));

        Assert.Equal(ReviewStatus.Expired, Assert.Single(await desk.ListAsync<ReviewCase>()).Status);
        Assert.Empty(desk.Host.Published.All<FraudReviewOverdue>());
        Assert.Empty(desk.Host.Published.All<FraudReviewed>());
    }

    [Theory]
    [InlineData("", "lea", "Note")]
    [InlineData("called", " ", "Reviewer")]
    public async Task A_decision_needs_a_note_and_a_person(string note, string reviewer, string field)
    {
        await using var desk = await OpenWithReviewAsync();

        var answer = await desk.AskAsync<Answer>(new DecideReview(One, true, note, reviewer));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Equal(ReviewStatus.Open, Assert.Single(await desk.ListAsync<ReviewCase>()).Status);
    }

    [Fact]
    public async Task An_order_without_a_review_is_not_decided()
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AssessAsync(RiskDesk.Assess(1));

        var answer = await desk.AskAsync<Answer>(new DecideReview(One, true, "fine", "lea"));

        Assert.Equal((RefusalCode.NotFound, "OrderId"), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
        Assert.Empty(await desk.ListAsync<ReviewCase>());
    }

    [Fact]
    public async Task An_assessment_can_be_looked_up_with_its_review()
    {
        await using var desk = await OpenWithReviewAsync();

        var known = await desk.AskAsync<AssessmentAnswer>(new GetAssessment(One));
        var unknown = await desk.AskAsync<AssessmentAnswer>(new GetAssessment(RiskDesk.Order(2)));

        Assert.Equal((50, ReviewStatus.Open), (known.Check!.Assessment.Score, known.Review!.Status));
        Assert.Equal("OrderId", Assert.Single(unknown.Refusals).Field);
        Assert.Null(unknown.Check);
    }

    [Fact]
    public async Task Five_delivered_orders_make_a_buyer_trusted_and_a_chargeback_ends_it()
    {
        await using var desk = await RiskDesk.OpenAsync();
        for (var i = 1; i <= 5; i++)
        {
            await desk.AssessAsync(RiskDesk.Assess(i));
            await desk.SendAsync(new OrderDelivered(RiskDesk.Order(i), "ORD", desk.Host.Clock.GetUtcNow()));
            await desk.SendAsync(new OrderDelivered(RiskDesk.Order(i), "ORD", desk.Host.Clock.GetUtcNow()));
            Assert.Equal(i == 5, (await desk.AskAsync<CustomerRisk>(new GetCustomerHistory("zoe"))).IsTrusted);
        }

        await desk.Host.AdvanceAsync(TimeSpan.FromDays(2));
        var trusted = await desk.AssessAsync(RiskDesk.Assess(6, other: true));
        await desk.SendAsync(Dispute("dp_1"));
        var charged = await desk.AssessAsync(RiskDesk.Assess(7, other: true));
        await desk.SendAsync(new DisputeResolved(One, new GatewayDisputeId("dp_1"), Money.Eur(10), DisputeStatus.Won));
        var won = await desk.AssessAsync(RiskDesk.Assess(8, other: true));

        Assert.Equal((5, 20, 5), (trusted.Score, charged.Score, won.Score));
    }

    [Fact]
    public async Task What_an_order_turned_out_to_be_is_recorded_with_its_signals()
    {
        await using var desk = await RiskDesk.OpenAsync();
        await desk.AssessAsync(RiskDesk.Assess(1, amount: 3_000));
        await desk.AssessAsync(RiskDesk.Assess(2));

        await desk.SendAsync(new OrderDelivered(One, "ORD-1", desk.Host.Clock.GetUtcNow()));
        Assert.Equal(FraudOutcome.Legitimate, await OutcomeAsync(desk));
        await desk.SendAsync(Dispute("dp_0", isInquiry: true));
        Assert.Equal(FraudOutcome.Legitimate, await OutcomeAsync(desk));
        await desk.SendAsync(Dispute("dp_1"));
        await desk.SendAsync(Dispute("dp_1"));
        Assert.Equal(FraudOutcome.Fraud, await OutcomeAsync(desk));
        Assert.Equal(1, (await desk.AskAsync<CustomerRisk>(new GetCustomerHistory("zoe"))).Chargebacks);
        await desk.SendAsync(new DisputeResolved(One, new GatewayDisputeId("dp_1"), Money.Eur(10), DisputeStatus.Lost));

        var amount = FraudFeedback.Measure(await desk.ListAsync<FraudCheck>()).Single(quality => quality.Kind == FraudSignalKind.Amount);
        Assert.Equal((1m, 1m), (amount.Precision, amount.Recall));
        await desk.SendAsync(new DisputeResolved(One, new GatewayDisputeId("dp_1"), Money.Eur(10), DisputeStatus.Won));
        Assert.Equal(FraudOutcome.Legitimate, await OutcomeAsync(desk));
    }

    [Fact]
    public async Task Orders_that_were_never_assessed_leave_no_trace()
    {
        await using var desk = await RiskDesk.OpenAsync();

        await desk.SendAsync(new OrderDelivered(One, "ORD-1", desk.Host.Clock.GetUtcNow()));
        await desk.SendAsync(Dispute("dp_1"));
        await desk.SendAsync(new OrderCancelled(One, "ORD-1", "out_of_stock"));

        Assert.Null(await desk.Host.FindStateAsync<FraudCase>(PaymentsAgentsBuilderExtensions.FraudCaseAgentName, One.ToString()));
    }

    private static DisputeOpened Dispute(string id, bool isInquiry = false) =>
        new(One, new GatewayDisputeId(id), Money.Eur(10), null, isInquiry);

    private static async Task<FraudOutcome> OutcomeAsync(RiskDesk desk) =>
        (await desk.AskAsync<AssessmentAnswer>(new GetAssessment(One))).Check!.Outcome;

    private static async Task<RiskDesk> OpenWithReviewAsync(Action<PaymentAgentOptions>? configure = null)
    {
        var desk = await RiskDesk.OpenAsync(configure);
        Assert.Equal(FraudDecision.Review, (await desk.AssessAsync(RiskDesk.Assess(1, amount: 2_500, other: true))).Decision);
        return desk;
    }
}
