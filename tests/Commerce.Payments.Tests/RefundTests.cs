using Commerce.Payments.Accounting;
using Xunit;

namespace Commerce.Payments.Tests;

public sealed class RefundTests : IAsyncLifetime
{
    private readonly BooksWorld _world = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Two_equal_refunds_both_happen_and_a_third_that_is_too_much_is_refused()
    {
        var paid = await _world.PaidAsync(140.99m);

        await _world.RefundAsync(paid, "return-1", 54);
        await _world.RefundAsync(paid, "return-2", 54);
        var third = await _world.RefundAsync(paid, "return-3", 40);

        Assert.Equal((RefusalCode.AmountExceeded, "Amount"), (third.Refusal?.Code, third.Refusal?.Field));
        Assert.Contains("32.99 EUR", third.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal([Money.Eur(54), Money.Eur(54)], _world.Gateway.Refunds.Select(static refund => refund.Amount));
        Assert.Equal(Money.Eur(32.99m), await _world.BalanceAsync(LedgerAccountKind.GatewayBalance, "fake"));
    }

    [Fact]
    public async Task A_repeated_refund_happens_once_and_another_under_its_key_is_refused()
    {
        var paid = await _world.PaidAsync(100);
        var first = (await _world.RefundAsync(paid, "return-1", 54)).Value;

        var again = (await _world.RefundAsync(paid, "return-1", 54)).Value;
        var other = await _world.RefundAsync(paid, "return-1", 20);

        Assert.Equal((first.GatewayId, RefundState.Completed), (again.GatewayId, again.State));
        Assert.Equal((RefusalCode.Conflict, "Key"), (other.Refusal?.Code, other.Refusal?.Field));
        Assert.Single(_world.Gateway.Refunds);
    }

    [Fact]
    public async Task Refunds_of_two_payments_may_have_the_same_name()
    {
        var (one, other) = (await _world.PaidAsync(100), await _world.PaidAsync(100));

        await _world.RefundAsync(one, "return", 20);
        await _world.RefundAsync(other, "return", 30);

        Assert.Equal([Money.Eur(20), Money.Eur(30)], _world.Gateway.Refunds.Select(static refund => refund.Amount));
    }

    [Fact]
    public async Task A_refund_without_amount_gives_what_is_left()
    {
        var paid = await _world.PaidAsync(100);
        await _world.RefundAsync(paid, "part", 30);

        var rest = (await _world.RefundAsync(paid, "rest")).Value;

        Assert.Equal(Money.Eur(70), rest.Amount);
        Assert.Equal(PaymentState.Refunded, (await _world.Store.FindAsync(paid.Id))!.State);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    public async Task A_refund_of_nothing_is_refused(string amount)
    {
        var outcome = await _world.RefundAsync(await _world.PaidAsync(100), "bad", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((RefusalCode.Validation, "Amount"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
    }

    [Fact]
    public async Task A_refund_whose_answer_is_lost_is_gone_on_with_and_counts_once()
    {
        var paid = await _world.PaidAsync(100);
        _world.Gateway.Faults.LoseAnswer("RefundPayment", 2);
        await Assert.ThrowsAsync<CommerceException>(() => _world.RefundAsync(paid, "return-1", 54));

        var lost = Assert.Single(await _world.Manager.ResumeRefundsAsync());
        var found = Assert.Single(await _world.Manager.ResumeRefundsAsync());

        Assert.Equal(RefusalCode.ExternalUnavailable, lost.Refusal?.Code);
        Assert.Equal(RefundState.Completed, found.Value.State);
        Assert.Empty(await _world.Manager.ResumeRefundsAsync());
        Assert.Single(_world.Gateway.Refunds);
    }

    [Fact]
    public async Task A_refund_that_waited_longer_than_the_gateway_remembers_keys_is_looked_for_first()
    {
        var paid = await _world.PaidAsync(100);
        _world.Gateway.Faults.LoseAnswer("RefundPayment");
        await Assert.ThrowsAsync<CommerceException>(() => _world.RefundAsync(paid, "return-1", 54));
        _world.Clock.Advance(TimeSpan.FromDays(31));
        _world.Gateway.Faults.Refuse("RefundPayment", new Refusal(RefusalCode.Validation, "It must not be sent again."));

        var found = Assert.Single(await _world.Manager.ResumeRefundsAsync()).Value;

        Assert.Equal((RefundState.Completed, _world.Gateway.Refunds[0].Id), (found.State, found.GatewayId!.Value));
    }

    [Fact]
    public async Task A_refund_that_the_gateway_refuses_has_failed_and_leaves_the_money_refundable()
    {
        var paid = await _world.PaidAsync(100);
        _world.Gateway.Faults.Refuse("RefundPayment", new Refusal(RefusalCode.InvalidTransition, "Disputed.") { VendorCode = "charge_disputed" });

        var outcome = await _world.RefundAsync(paid, "return-1", 54);
        var record = await _world.Store.FindAsync(paid.Id);

        Assert.Equal(RefusalCode.InvalidTransition, outcome.Refusal?.Code);
        Assert.Equal((RefundState.Failed, "charge_disputed", Money.Eur(100)), (record!.Refunds[0].State, record.Refunds[0].FailureReason, record.Refundable));
    }

    [Fact]
    public async Task A_refund_that_fails_after_it_succeeded_is_booked_back_and_tried_again_three_times_in_all()
    {
        var paid = await _world.PaidAsync(100);
        await _world.RefundAsync(paid, "return-1", 54);

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var failed = await TellFailureAsync(_world.Gateway.Refunds[^1]);
            Assert.Equal((PaymentState.Succeeded, Money.Eur(100), attempt), (failed.State, failed.Refundable, failed.Refunds[0].Attempt));
            Assert.Equal(Money.Eur(100), await _world.BalanceAsync(LedgerAccountKind.GatewayBalance, "fake"));
            var again = await _world.Manager.RetryRefundAsync(paid.Id, "return-1");
            Assert.Equal(attempt < 3 ? null : RefusalCode.PolicyViolation, again.Refusal?.Code);
        }

        Assert.Equal(3, _world.Gateway.Refunds.Count);
        Assert.Equal(RefundState.Failed, (await TellFailureAsync(_world.Gateway.Refunds[0])).Refunds[0].State);

        async Task<PaymentRecord> TellFailureAsync(Refund refund) => (await _world.Manager.HandleAsync("fake", new RefundChanged
        {
            Id = "evt", Type = "refund.failed", At = _world.Clock.GetUtcNow(), Raw = default,
            Refund = _world.Gateway.Finish(refund.Id, RefundStatus.Failed, "expired_or_canceled_card"),
        })).Value;
    }

    [Fact]
    public async Task A_completed_refund_is_not_tried_again()
    {
        var paid = await _world.PaidAsync(100);
        await _world.RefundAsync(paid, "return-1", 54);

        Assert.Equal(RefusalCode.InvalidTransition, (await _world.Manager.RetryRefundAsync(paid.Id, "return-1")).Refusal?.Code);
    }

    [Fact]
    public async Task A_large_refund_waits_for_a_second_person()
    {
        var paid = await _world.PaidAsync(800);

        var pending = (await _world.RefundAsync(paid, "return-1", 500.01m, "staff-1")).Value;
        var self = await _world.Manager.ApproveRefundAsync(paid.Id, "return-1", "staff-1");
        Assert.Empty(_world.Gateway.Refunds);
        var approved = (await _world.Manager.ApproveRefundAsync(paid.Id, "return-1", "staff-2")).Value;
        var again = (await _world.Manager.ApproveRefundAsync(paid.Id, "return-1", "staff-2")).Value;

        Assert.Equal((RefundState.Pending, RefusalCode.PolicyViolation), (pending.State, self.Refusal!.Code));
        Assert.Equal((RefundState.Completed, "staff-2", approved), (approved.State, approved.DecidedBy, again));
        Assert.Single(_world.Gateway.Refunds);
    }

    [Fact]
    public async Task A_refund_that_waits_counts_as_spent_until_it_is_rejected()
    {
        var paid = await _world.PaidAsync(800);
        await _world.RefundAsync(paid, "return-1", 600, "staff-1");

        var tooMuch = await _world.RefundAsync(paid, "return-2", 300);
        var rejected = (await _world.Manager.RejectRefundAsync(paid.Id, "return-1", "staff-2")).Value;
        var fits = await _world.RefundAsync(paid, "return-2", 300);

        Assert.Equal((RefusalCode.AmountExceeded, RefundState.Rejected, true), (tooMuch.Refusal!.Code, rejected.State, fits.IsSuccess));
        Assert.Equal(RefusalCode.InvalidTransition, (await _world.Manager.ApproveRefundAsync(paid.Id, "return-1", "staff-3")).Refusal?.Code);
    }

    [Fact]
    public async Task A_refund_of_an_old_payment_waits_for_a_second_person()
    {
        var paid = await _world.PaidAsync(50);
        _world.Clock.Advance(TimeSpan.FromDays(90) + TimeSpan.FromSeconds(1));

        Assert.Equal(RefundState.Pending, (await _world.RefundAsync(paid, "return-1", 10)).Value.State);
    }

    [Fact]
    public async Task Refunds_at_the_same_time_never_exceed_what_was_taken()
    {
        var paid = await _world.PaidAsync(100);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(() => _world.RefundAsync(paid, $"return-{number}", 9))));

        Assert.Equal(11, outcomes.Count(static outcome => outcome.IsSuccess));
        Assert.Equal(11, _world.Gateway.Refunds.Count);
        Assert.Equal(Money.Eur(1), await _world.BalanceAsync(LedgerAccountKind.GatewayBalance, "fake"));
    }

    [Fact]
    public async Task A_refund_of_an_order_takes_its_oldest_payment_first()
    {
        var first = await _world.PaidAsync(30);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await _world.PaidAsync(50);

        Assert.Equal([(first.Id, Money.Eur(30)), (second.Id, Money.Eur(12))], RefundAllocation.Over([second, first], Money.Eur(42)).Value.Select(static part => (part.Key, part.Value)));
        Assert.Equal(RefusalCode.AmountExceeded, RefundAllocation.Over([second, first], Money.Eur(80.01m)).Refusal?.Code);
    }
}
