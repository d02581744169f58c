using System.Net;
using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Payments;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

public sealed class FraudAgentTests
{
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task Orders_of_the_last_day_and_the_age_of_the_account_come_from_what_was_seen()
    {
        await using var desk = await RiskDesk.OpenAsync();

        var first = await desk.AssessAsync(RiskDesk.Assess(1));
        for (var i = 2; i <= 5; i++)
        {
            await desk.AssessAsync(RiskDesk.Assess(i));
        }

        var sixth = await desk.AssessAsync(RiskDesk.Assess(6));
        await desk.Host.AdvanceAsync(TimeSpan.FromHours(24));
        var nextDay = await desk.AssessAsync(RiskDesk.Assess(7));

        Assert.Equal((15, 18 + 15, 0), (first.Score, sixth.Score, nextDay.Score));
    }

    [Fact]
    public async Task An_account_that_was_opened_before_is_not_new()
    {
        await using var desk = await RiskDesk.OpenAsync();

        Assert.Equal(0, (await desk.AssessAsync(RiskDesk.Assess(1) with { AccountOpenedAt = LongAgo })).Score);
    }

    [Fact]
    public async Task Changes_of_the_payment_method_count_for_seven_days()
    {
        await using var desk = await RiskDesk.OpenAsync();
        string[] cards = ["a", "b", "a", "c"];
        FraudAssessment? last = null;
        for (var i = 0; i < cards.Length; i++)
        {
            last = await desk.AssessAsync(RiskDesk.Assess(i) with { PaymentMethodFingerprint = cards[i], AccountOpenedAt = LongAgo });
        }

        await desk.Host.AdvanceAsync(TimeSpan.FromDays(7));
        var later = await desk.AssessAsync(RiskDesk.Assess(9) with { PaymentMethodFingerprint = "c" });

        Assert.Equal((15, 0), (last!.Score, later.Score));
    }

    [Fact]
    public async Task An_order_that_is_asked_for_again_counts_once_and_gets_the_same_answer()
    {
        await using var desk = await RiskDesk.OpenAsync();

        var first = await desk.AssessAsync(RiskDesk.Assess(1, amount: 5_000));
        var again = await desk.AssessAsync(RiskDesk.Assess(1, amount: 10));

        Assert.Equal(first.Score, again.Score);
        Assert.Equal(1, (await desk.AskAsync<CustomerRisk>(new GetCustomerHistory("zoe"))).OrdersInDay);
        Assert.Single(await desk.ListAsync<FraudCheck>());
        Assert.Single(await desk.ListAsync<Decision>());
    }

    [Fact]
    public async Task A_crash_counts_an_order_once()
    {
        await using var desk = await RiskDesk.OpenAsync();
        desk.Host.CrashNextAt(CrashPoint.BeforeCommit);
        await desk.Host.SendAsync(RiskDesk.Assess(1, amount: 2_500, other: true) with { NetworkAddress = "203.0.113.7" });
        await desk.Host.RestartAfterCrashAsync();
        await desk.Host.SettleAsync();

        Assert.Equal(1, (await desk.AskAsync<CustomerRisk>(new GetCustomerHistory("zoe"))).OrdersInDay);
        Assert.Single(await desk.ListAsync<FraudCheck>());
        Assert.Single(await desk.ListAsync<ReviewCase>());
        Assert.Equal(1, desk.Lookups);
    }

    [Fact]
    public async Task Each_assessment_is_kept_as_a_decision_with_its_parts()
    {
        await using var desk = await RiskDesk.OpenAsync();

        await desk.AssessAsync(RiskDesk.Assess(1, amount: 2_500, other: true));

        var decision = Assert.Single(await desk.ListAsync<Decision>());
        Assert.Equal(("fraud", RiskDesk.Order(1).ToString(), "Review", 50m), (decision.Kind, decision.Subject, decision.Outcome, decision.Score));
        Assert.Equal(50m, decision.Parts.Sum(part => part.Points));
    }

    [Theory]
    [InlineData("USD", 0.5, 3_000, 5)]
    [InlineData("EUR", 0.5, 3_000, 20)]
    public async Task Amounts_are_compared_in_euros(string currency, double rate, int amount, int points)
    {
        await using var desk = await RiskDesk.OpenAsync(options => options.EuroRates["USD"] = (decimal)rate);

        var assessment = await desk.AssessAsync(RiskDesk.Assess(1) with { Amount = new Money(amount, Currency.Parse(currency)), AccountOpenedAt = LongAgo });

        Assert.Equal(points, assessment.Score);
    }

    [Fact]
    public async Task A_currency_without_a_rate_is_reviewed_not_approved()
    {
        await using var desk = await RiskDesk.OpenAsync();

        var assessment = await desk.AssessAsync(RiskDesk.Assess(1) with { Amount = new Money(10, Currency.Jpy) });

        Assert.Equal(FraudDecision.Review, assessment.Decision);
        Assert.Contains("JPY", assessment.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_below_zero_is_reviewed()
    {
        await using var desk = await RiskDesk.OpenAsync();

        Assert.Equal(FraudDecision.Review, (await desk.AssessAsync(RiskDesk.Assess(1, amount: -1))).Decision);
    }

    [Theory]
    [InlineData("203.0.113.7", true, 40)]
    [InlineData("203.0.113.7", false, 0)]
    [InlineData(null, true, 0)]
    public async Task The_bad_list_counts_forty(string? address, bool isBad, int score)
    {
        await using var desk = await RiskDesk.OpenAsync();
        desk.IsBad = () => isBad;

        Assert.Equal(score, (await desk.AssessAsync(RiskDesk.Assess(1) with { NetworkAddress = address, AccountOpenedAt = LongAgo })).Score);
    }

    [Theory]
    [InlineData("198.51.100.77", 40)]
    [InlineData("::ffff:198.51.100.77", 40)]
    [InlineData("198.51.101.1", 0)]
    [InlineData("2001:db8::1", 40)]
    public async Task Without_a_list_of_ones_own_the_options_count(string address, int score)
    {
        await using var desk = await RiskDesk.OpenAsync(
            options =>
            {
                options.Fraud.BadNetworks.Add("198.51.100.0/24");
                options.Fraud.BadNetworks.Add("2001:db8::1");
            },
            withLookups: false);

        Assert.Equal(score, (await desk.AssessAsync(RiskDesk.Assess(1) with { NetworkAddress = address, AccountOpenedAt = LongAgo })).Score);
    }

    [Fact]
    public async Task A_list_that_fails_sends_the_order_to_a_person_with_the_reason()
    {
        await using var desk = await RiskDesk.OpenAsync();
        desk.IsBad = () => throw new InvalidOperationException("down");

        var assessment = await desk.AssessAsync(RiskDesk.Assess(1) with { NetworkAddress = "203.0.113.7" });

        Assert.Equal(FraudDecision.Review, assessment.Decision);
        Assert.Contains("could not be looked up", assessment.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("203", assessment.Reason, StringComparison.Ordinal);
        Assert.Single(await desk.ListAsync<ReviewCase>());
    }

    [Fact]
    public async Task A_network_address_that_cannot_be_read_is_reviewed()
    {
        await using var desk = await RiskDesk.OpenAsync();

        Assert.Equal(FraudDecision.Review, (await desk.AssessAsync(RiskDesk.Assess(1) with { NetworkAddress = "somewhere" })).Decision);
    }

    [Fact]
    public void Personal_facts_are_in_no_text_of_a_message()
    {
        var message = RiskDesk.Assess(1) with { Email = EmailAddress.Parse("zoe@example.com"), Phone = PhoneNumber.Parse("+33102030405") };

        Assert.DoesNotContain("zoe", message.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("zoe", new BlockEntity(BlockedKind.Email, "zoe@example.com", "stolen card").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("zoe", new UnblockEntity(BlockedKind.Email, "zoe@example.com").ToString(), StringComparison.Ordinal);
    }
}
