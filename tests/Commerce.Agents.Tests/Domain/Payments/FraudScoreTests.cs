using Commerce.Agents.Domain.Payments;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class FraudScoreTests
{
    private static readonly Gen<FraudFacts> AnyFacts =
        from amount in Gen.Choose(0, 900_000)
        from orders in Gen.Choose(1, 20)
        from flags in Gen.Choose(0, 7)
        from changes in Gen.Choose(0, 5)
        from delivered in Gen.Choose(0, 8)
        from chargebacks in Gen.Choose(0, 1)
        from blocked in Gen.Choose(0, 9)
        from gaps in Gen.Choose(0, 3)
        select new FraudFacts
        {
            Amount = amount / 100m,
            OrdersInDay = orders,
            HasOtherBillingAddress = (flags & 1) > 0,
            IsNewAccount = (flags & 2) > 0,
            IsBadNetworkAddress = (flags & 4) > 0,
            PaymentMethodChanges = changes,
            DeliveredOrders = delivered,
            Chargebacks = chargebacks,
            Blocked = blocked == 0 ? [BlockedKind.Device] : [],
            Gaps = gaps == 0 ? ["A gap."] : [],
        };

    [Theory]
    [InlineData(1_000, 0)]
    [InlineData(1_099.99, 0)]
    [InlineData(1_100, 1)]
    [InlineData(2_500, 15)]
    [InlineData(4_000, 30)]
    [InlineData(100_000, 30)]
    public void Amount_gives_a_point_for_each_hundred_above_a_thousand(double amount, int score) =>
        Assert.Equal(score, FraudScore.Assess(new FraudFacts { Amount = (decimal)amount }).Score);

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 18)]
    [InlineData(8, 24)]
    [InlineData(9, 25)]
    public void Many_orders_give_three_points_each_up_to_a_limit(int orders, int score) =>
        Assert.Equal(score, FraudScore.Assess(new FraudFacts { Amount = 1, OrdersInDay = orders }).Score);

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 15)]
    public void More_than_two_changes_of_the_payment_method_count(int changes, int score) =>
        Assert.Equal(score, FraudScore.Assess(new FraudFacts { Amount = 1, PaymentMethodChanges = changes }).Score);

    [Theory]
    [InlineData(BlockedKind.Email, FraudSignalKind.BlockedEmail)]
    [InlineData(BlockedKind.NetworkAddress, FraudSignalKind.BlockedNetworkAddress)]
    [InlineData(BlockedKind.Device, FraudSignalKind.BlockedDevice)]
    [InlineData(BlockedKind.Card, FraudSignalKind.BlockedCard)]
    [InlineData(BlockedKind.Phone, FraudSignalKind.BlockedPhone)]
    public void Anything_blocked_gives_a_hundred_at_once_even_to_a_trusted_buyer(BlockedKind kind, FraudSignalKind signal)
    {
        var assessment = FraudScore.Assess(new FraudFacts { Amount = 1, Blocked = [kind], DeliveredOrders = 50 });

        Assert.Equal((100, FraudLevel.Critical, FraudDecision.Blocked), (assessment.Score, assessment.Level, assessment.Decision));
        Assert.Contains(assessment.Signals, found => found.Kind == signal && found.Points == 100);
    }

    [Theory]
    [InlineData(4, 0, 20)]
    [InlineData(5, 0, 5)]
    [InlineData(5, 1, 20)]
    public void Five_delivered_orders_without_a_chargeback_take_fifteen_off(int delivered, int chargebacks, int score) => Assert.Equal(
        score,
        FraudScore.Assess(new FraudFacts { Amount = 1, HasOtherBillingAddress = true, DeliveredOrders = delivered, Chargebacks = chargebacks }).Score);

    [Fact]
    public void Trust_never_takes_the_score_below_zero() =>
        Assert.Equal(0, FraudScore.Assess(new FraudFacts { Amount = 1, DeliveredOrders = 5 }).Score);

    [Theory]
    [InlineData(24, FraudLevel.Low, FraudDecision.Approved)]
    [InlineData(25, FraudLevel.Medium, FraudDecision.Flagged)]
    [InlineData(49, FraudLevel.Medium, FraudDecision.Flagged)]
    [InlineData(50, FraudLevel.High, FraudDecision.Review)]
    [InlineData(74, FraudLevel.High, FraudDecision.Review)]
    [InlineData(75, FraudLevel.Critical, FraudDecision.Blocked)]
    public void Levels_begin_where_written(int points, FraudLevel level, FraudDecision decision)
    {
        var assessment = FraudScore.Assess(
            new FraudFacts { Amount = 1, HasOtherBillingAddress = true }, new FraudOptions { OtherBillingAddressPoints = points });

        Assert.Equal((points, level, decision), (assessment.Score, assessment.Level, assessment.Decision));
    }

    [Fact]
    public void What_could_not_be_checked_is_for_a_person_and_says_why()
    {
        var assessment = FraudScore.Assess(new FraudFacts { Amount = 1, Gaps = ["The list is down."] });

        Assert.Equal((0, FraudLevel.High, FraudDecision.Review), (assessment.Score, assessment.Level, assessment.Decision));
        Assert.Contains("The list is down.", assessment.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_are_the_options()
    {
        var options = new FraudOptions { AmountLimit = 500, AmountPerPoint = 10, AmountMaxPoints = 90, OrdersLimit = 1, PointsPerOrder = 2, OrdersMaxPoints = 4 };

        var assessment = FraudScore.Assess(new FraudFacts { Amount = 700, OrdersInDay = 3 }, options);

        Assert.Equal([20, 4], assessment.Signals.Select(signal => signal.Points));
        Assert.Equal("amount above 500", assessment.Signals[0].Name);
    }

    [Fact]
    public void Every_signal_has_a_kind_and_a_recommendation()
    {
        var assessment = FraudScore.Assess(new FraudFacts
        {
            Amount = 2_000,
            OrdersInDay = 6,
            HasOtherBillingAddress = true,
            IsNewAccount = true,
            IsBadNetworkAddress = true,
            PaymentMethodChanges = 3,
            Blocked = Enum.GetValues<BlockedKind>(),
            DeliveredOrders = 5,
        });

        Assert.Equal(Enum.GetValues<FraudSignalKind>().Except([FraudSignalKind.Unknown]), assessment.Signals.Select(signal => signal.Kind).Order());
        Assert.All(assessment.Signals, signal => Assert.NotEmpty(signal.Recommendation));
        Assert.All(assessment.Signals, signal => Assert.Contains(signal.Name, assessment.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Score_stays_in_bounds_decides_the_level_and_never_falls_by_a_worse_fact() =>
        Prop.ForAll(AnyFacts.ToArbitrary(), facts =>
        {
            var assessment = FraudScore.Assess(facts);
            var worse = FraudScore.Assess(facts with { HasOtherBillingAddress = true, IsBadNetworkAddress = true, Amount = facts.Amount + 100 });
            var expected = assessment.Score >= 75 ? FraudDecision.Blocked
                : assessment.Score >= 50 || facts.Gaps.Count > 0 ? FraudDecision.Review
                : assessment.Score >= 25 ? FraudDecision.Flagged
                : FraudDecision.Approved;
            return assessment.Score is >= 0 and <= 100 && worse.Score >= assessment.Score && assessment.Decision == expected
                && (int)assessment.Level == (int)assessment.Decision;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Signals_are_measured_by_orders_whose_outcome_is_known()
    {
        FraudCheck[] checks =
        [
            Check(FraudOutcome.Fraud, FraudSignalKind.NewAccount, FraudSignalKind.Amount),
            Check(FraudOutcome.Fraud, FraudSignalKind.NewAccount),
            Check(FraudOutcome.Legitimate, FraudSignalKind.NewAccount),
            Check(FraudOutcome.Legitimate, FraudSignalKind.NewAccount, FraudSignalKind.NewAccount),
            Check(FraudOutcome.Unknown, FraudSignalKind.Amount, FraudSignalKind.ManyOrders),
        ];

        var quality = FraudFeedback.Measure(checks);

        Assert.Equal(
            [new(FraudSignalKind.Amount, 1, 1, 2), new FraudSignalQuality(FraudSignalKind.NewAccount, 4, 2, 2)], quality);
        Assert.Equal((1m, 0.5m), (quality[0].Precision, quality[0].Recall));
        Assert.Equal((0.5m, 1m), (quality[1].Precision, quality[1].Recall));
    }

    [Fact]
    public void Without_a_fraud_there_is_no_recall() =>
        Assert.Null(Assert.Single(FraudFeedback.Measure([Check(FraudOutcome.Legitimate, FraudSignalKind.Amount)])).Recall);

    [Fact]
    public void Reviews_take_only_the_steps_of_the_table()
    {
        Assert.Equal(["Open > Decided", "Open > Expired"], Steps.Of(ReviewTransitions.Table));
    }

    private static FraudCheck Check(FraudOutcome outcome, params FraudSignalKind[] kinds) => new()
    {
        Id = Guid.NewGuid(),
        OrderId = RiskDesk.Order(1),
        Customer = "zoe",
        At = DateTimeOffset.UnixEpoch,
        Outcome = outcome,
        Assessment = new FraudAssessment(0, FraudDecision.Approved, [.. kinds.Select(kind => new FraudSignal("a", 1) { Kind = kind })]),
    };
}
