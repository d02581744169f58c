using Commerce.Payments.Accounting;
using Commerce.Testing;
using Xunit;

namespace Commerce.Payments.Tests;

public sealed class PaymentManagerTests : IAsyncLifetime
{
    private readonly BooksWorld _world = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_held_payment_is_captured_in_part_and_the_rest_is_let_go()
    {
        var held = (await _world.Manager.CreateAsync(BooksWorld.New(100, CaptureMode.Manual))).Value;
        var captured = (await _world.Manager.CaptureAsync(held.Id, new("capture-1"), Money.Eur(60))).Value;

        Assert.Equal((PaymentState.Authorized, Money.Eur(100)), (held.State, held.Capturable));
        Assert.Equal((PaymentState.Succeeded, Money.Eur(60), Money.Eur(0)), (captured.State, captured.Captured, captured.Capturable));
        Assert.Equal((Money.Eur(60), Money.Eur(-60), Money.Eur(0)), (
            await _world.BalanceAsync(LedgerAccountKind.GatewayBalance, "fake"), await _world.BalanceAsync(LedgerAccountKind.CustomerFunds), await _world.BalanceAsync(LedgerAccountKind.Held)));
    }

    [Fact]
    public async Task A_payment_whose_answer_is_lost_is_created_again_and_counts_once()
    {
        var payment = BooksWorld.New(62.15m);
        _world.Gateway.Faults.LoseAnswer("CreatePayment");
        await Assert.ThrowsAsync<CommerceException>(() => _world.Manager.CreateAsync(payment));

        var created = (await _world.Manager.CreateAsync(payment)).Value;

        Assert.Equal((PaymentState.Succeeded, Money.Eur(62.15m)), (created.State, created.Captured));
        Assert.Equal(payment.Id.ToString(), Assert.Single(_world.Gateway.Payments).Metadata["payment_id"]);
    }

    [Fact]
    public async Task A_payment_that_is_created_again_after_its_answer_is_looked_at_and_not_made_anew()
    {
        var payment = BooksWorld.New(62.15m);
        await _world.Manager.CreateAsync(payment);
        _world.Clock.Advance(TimeSpan.FromDays(31));
        _world.Gateway.Faults.Refuse("CreatePayment", new Refusal(RefusalCode.Validation, "It must not be sent again."));

        Assert.Equal(PaymentState.Succeeded, (await _world.Manager.CreateAsync(payment)).Value.State);
    }

    [Fact]
    public async Task A_payment_without_answer_that_the_gateway_cannot_be_asked_about_any_more_is_for_a_person()
    {
        var payment = BooksWorld.New(62.15m);
        _world.Gateway.Faults.LoseAnswer("CreatePayment");
        await Assert.ThrowsAsync<CommerceException>(() => _world.Manager.CreateAsync(payment));
        _world.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(RefusalCode.ExternalUnavailable, (await _world.Manager.CreateAsync(payment)).Refusal?.Code);
        Assert.Single(_world.Gateway.Payments);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task A_capture_whose_answer_is_lost_counts_once_however_long_it_waits(int days)
    {
        var held = (await _world.Manager.CreateAsync(BooksWorld.New(100, CaptureMode.Manual))).Value;
        _world.Gateway.Faults.LoseAnswer("CapturePayment");
        await Assert.ThrowsAsync<CommerceException>(() => _world.Manager.CaptureAsync(held.Id, new("capture-1"), Money.Eur(60)));
        _world.Clock.Advance(TimeSpan.FromDays(days));

        var captured = (await _world.Manager.CaptureAsync(held.Id, new("capture-1"), Money.Eur(60))).Value;
        var again = (await _world.Manager.CaptureAsync(held.Id, new("capture-1"), Money.Eur(60))).Value;
        var other = await _world.Manager.CaptureAsync(held.Id, new("capture-1"), Money.Eur(10));

        Assert.Equal((PaymentState.Succeeded, Money.Eur(60), again), (captured.State, captured.Captured, captured));
        Assert.Equal((RefusalCode.Conflict, "key"), (other.Refusal?.Code, other.Refusal?.Field));
    }

    [Fact]
    public async Task More_than_is_held_is_refused_and_may_be_asked_for_again()
    {
        var held = (await _world.Manager.CreateAsync(BooksWorld.New(100, CaptureMode.Manual))).Value;

        var refused = await _world.Manager.CaptureAsync(held.Id, new("too-much"), Money.Eur(100.01m));
        var captured = await _world.Manager.CaptureAsync(held.Id, new("right"), Money.Eur(100));

        Assert.Equal((RefusalCode.AmountExceeded, true), (refused.Refusal!.Code, captured.IsSuccess));
    }

    [Fact]
    public async Task A_declined_payment_is_a_result_and_another_method_may_follow()
    {
        var payment = BooksWorld.New(20, method: FakePaymentGateway.DeclinedMethod.Value);

        var declined = await _world.Manager.CreateAsync(payment);
        var failed = await _world.Store.FindAsync(payment.Id);
        var paid = (await _world.Manager.ConfirmAsync(payment.Id, new("again"), new("pm_good"))).Value;

        Assert.Equal(DeclineAdvice.TryAnotherMethod, Assert.IsType<Decline>(declined.Refusal).Advice);
        Assert.Equal((PaymentState.Failed, PaymentState.Authorized), (failed!.State, paid.State));
    }

    [Theory]
    [InlineData("0.49")]
    [InlineData("1000000.00")]
    public async Task Amounts_out_of_bounds_are_refused_by_name(string amount)
    {
        var outcome = await _world.Manager.CreateAsync(BooksWorld.New(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal((RefusalCode.Validation, "Amount"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Empty(_world.Gateway.Payments);
    }

    [Fact]
    public async Task What_was_taken_cannot_be_cancelled()
    {
        var paid = await _world.PaidAsync(50);

        Assert.Equal(RefusalCode.InvalidTransition, (await _world.Manager.CancelAsync(paid.Id, new("void"))).Refusal?.Code);
    }

    [Fact]
    public async Task A_hold_that_ends_after_its_time_has_expired()
    {
        var held = (await _world.Manager.CreateAsync(BooksWorld.New(100, CaptureMode.Manual))).Value;
        var payment = Assert.Single(_world.Gateway.Payments) with { CaptureBy = _world.Clock.GetUtcNow().AddDays(7) };
        await _world.Manager.HandleAsync("fake", Changed(payment, _world.Clock.GetUtcNow()));

        var expired = (await _world.Manager.HandleAsync(
            "fake", Changed(payment with { Status = PaymentStatus.Cancelled, Capturable = Money.Eur(0) }, _world.Clock.GetUtcNow().AddDays(7)))).Value;

        Assert.Equal((held.Id, PaymentState.Expired), (expired.Id, expired.State));
        Assert.Equal(Money.Eur(0), await _world.BalanceAsync(LedgerAccountKind.Held));
    }

    [Fact]
    public async Task An_event_that_is_faster_than_the_answer_finds_its_payment_by_the_note()
    {
        var payment = BooksWorld.New(10);
        _world.Gateway.Faults.LoseAnswer("CreatePayment");
        await Assert.ThrowsAsync<CommerceException>(() => _world.Manager.CreateAsync(payment));

        var told = (await _world.Manager.HandleAsync("fake", Changed(Assert.Single(_world.Gateway.Payments), _world.Clock.GetUtcNow()))).Value;

        Assert.Equal((payment.Id, PaymentState.Succeeded), (told.Id, told.State));
    }

    [Fact]
    public async Task Events_about_strangers_and_about_other_things_are_refused()
    {
        await _world.PaidAsync(10);
        var stranger = Assert.Single(_world.Gateway.Payments) with { Id = new("pay_elsewhere"), Metadata = new Dictionary<string, string>() };

        Assert.Equal(RefusalCode.NotFound, (await _world.Manager.HandleAsync("fake", Changed(stranger, default))).Refusal?.Code);
        Assert.Equal(RefusalCode.NotSupported, (await _world.Manager.HandleAsync("fake", new UnknownEvent { Id = "e", Type = "x", At = default, Raw = default })).Refusal?.Code);
    }

    [Fact]
    public async Task A_lost_dispute_is_a_loss_and_a_won_one_is_none()
    {
        var paid = await _world.PaidAsync(80);
        var dispute = new Dispute
        {
            Id = new("dp_1"), PaymentId = paid.GatewayId, Amount = Money.Eur(80), Status = DisputeStatus.NeedsResponse, VendorReason = "fraudulent",
            EvidenceDueBy = _world.Clock.GetUtcNow().AddDays(9),
        };

        var open = await TellAsync(dispute);
        var lost = await TellAsync(dispute with { Status = DisputeStatus.Lost });
        await TellAsync(dispute with { Id = new("dp_2") });
        await TellAsync(dispute with { Id = new("dp_2"), Status = DisputeStatus.Won });

        Assert.Equal((true, false), (open.IsDisputed, lost.IsDisputed));
        Assert.Equal((Money.Eur(80), Money.Eur(0), Money.Eur(0)), (
            await _world.BalanceAsync(LedgerAccountKind.DisputeLosses), await _world.BalanceAsync(LedgerAccountKind.OpenDisputes), await _world.BalanceAsync(LedgerAccountKind.GatewayBalance, "fake")));

        async Task<PaymentRecord> TellAsync(Dispute told) => (await _world.Manager.HandleAsync(
            "fake", new DisputeChanged { Id = "evt", Type = "dispute", At = _world.Clock.GetUtcNow(), Raw = default, Dispute = told })).Value;
    }

    [Fact]
    public void An_account_that_is_not_registered_is_named() =>
        Assert.Contains("other", Assert.Throws<ArgumentException>(() => _world.Manager.Get("other")).Message, StringComparison.Ordinal);

    private static PaymentChanged Changed(Payment payment, DateTimeOffset at) => new() { Id = "evt", Type = "payment", At = at, Raw = default, Payment = payment };
}
