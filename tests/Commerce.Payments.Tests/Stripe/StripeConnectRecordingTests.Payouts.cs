using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeConnectRecordingTests
{
    [Fact]
    public async Task A_seller_is_paid_out_on_their_own_account()
    {
        var payout = (await Client<IPayoutGateway>().CreatePayoutAsync(PayOut("payout-of-seller") with
        {
            StatementText = "LAMPS", Metadata = Notes, VendorFields = new Dictionary<string, string> { ["method"] = "instant" },
        })).Value;

        Assert.Equal(("po_1", Money.Eur(88m), PayoutStatus.Pending, Lamps), (payout.Id.Value, payout.Amount, payout.Status, payout.Seller));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1785686400), Created), (payout.ArrivesAt, payout.CreatedAt));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task The_platform_is_paid_out_in_whole_forints()
    {
        var payout = (await Client<IPayoutGateway>().CreatePayoutAsync(
            new CreatePayoutRequest { Key = new("payout-own"), Amount = Money.Parse("5000 HUF") })).Value;

        Assert.Equal((Money.Parse("5000 HUF"), (ConnectedAccountId?)null), (payout.Amount, payout.Seller));
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("5000.50 HUF")]
    [InlineData("300.01 TWD")]
    [InlineData("100 UGX")]
    public async Task An_amount_that_is_not_paid_out_is_refused_before_the_call(string amount)
    {
        var outcome = await Client<IPayoutGateway>().CreatePayoutAsync(new CreatePayoutRequest { Key = new("any"), Amount = Money.Parse(amount) });

        Assert.Equal(("Validation", "Amount"), Seen(outcome));
        Assert.Equal(0, stripe.Sent());
    }

    [Theory]
    [InlineData("payout-too-low", "AmountExceeded", "Amount")]
    [InlineData("payout-limited", "PolicyViolation", "Amount")]
    [InlineData("payout-closed", "PolicyViolation", null)]
    [InlineData("payout-not-instant", "NotSupported", null)]
    public async Task A_payout_that_cannot_be_is_refused(string key, string code, string? field) =>
        Assert.Equal((code, field), Seen(await Client<IPayoutGateway>().CreatePayoutAsync(PayOut(key))));

    [Fact]
    public async Task A_stranger_is_not_paid_out()
    {
        var outcome = await Client<IPayoutGateway>().CreatePayoutAsync(PayOut("payout-not-ours") with { Seller = new("acct_other01") });

        Assert.Equal(("NotFound", "Seller"), Seen(outcome));
    }

    [Fact]
    public async Task A_payout_that_failed_later_is_found_with_its_reason()
    {
        var payout = await Client<IPayoutGateway>().FindPayoutAsync(new("po_failed01"), Lamps);

        Assert.Equal((PayoutStatus.Failed, "account_closed", Lamps), (payout?.Status, payout?.FailureCode, payout?.Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_payout_that_Stripe_does_not_know_is_not_found() => Assert.Null(await Client<IPayoutGateway>().FindPayoutAsync(new("po_none01")));

    [Fact]
    public async Task Payouts_are_listed_by_status()
    {
        var payouts = await AllAsync(Client<IPayoutGateway>().ListPayouts(
            new PayoutQuery { Status = PayoutStatus.Cancelled, Seller = Lamps, CreatedBefore = Created.AddDays(1) }));

        Assert.Equal(("po_gone01", PayoutStatus.Cancelled, Lamps), (Assert.Single(payouts).Id.Value, payouts[0].Status, payouts[0].Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_payout_is_cancelled_before_it_is_sent()
    {
        var payout = (await Client<IPayoutRecallClient>().CancelPayoutAsync(new("payout-cancelled"), new("po_1"), Lamps)).Value;

        Assert.Equal((PayoutStatus.Cancelled, Lamps), (payout.Status, payout.Seller));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Cancelling_a_payout_twice_is_no_failure()
    {
        var payout = (await Client<IPayoutRecallClient>().CancelPayoutAsync(new("payout-cancel-again"), new("po_gone01"), Lamps)).Value;

        Assert.Equal(("po_gone01", PayoutStatus.Cancelled), (payout.Id.Value, payout.Status));
    }

    [Fact]
    public async Task A_payout_that_was_sent_is_not_cancelled()
    {
        var outcome = await Client<IPayoutRecallClient>().CancelPayoutAsync(new("payout-cancel-late"), new("po_sent01"), Lamps);

        Assert.Equal("InvalidTransition", outcome.Refusal?.Code.Value);
        Assert.Contains("while pending", outcome.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payout_that_arrived_is_brought_back_by_another_one()
    {
        var payout = (await Client<IPayoutRecallClient>().ReversePayoutAsync(new("payout-reversed"), new("po_paid01"), Lamps)).Value;

        Assert.Equal("po_back01", payout.Id.Value);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("payout-reverse-early", "po_sent01", "InvalidTransition")]
    [InlineData("payout-reverse-elsewhere", "po_paid01", "NotSupported")]
    public async Task A_payout_that_cannot_be_brought_back_is_refused(string key, string payout, string code) => Assert.Equal(
        code, (await Client<IPayoutRecallClient>().ReversePayoutAsync(new(key), new(payout), Lamps)).Refusal?.Code.Value);

    [Fact]
    public async Task The_balance_is_told_in_each_currency_and_may_be_negative()
    {
        var balance = await Client<IBalanceReader>().GetBalanceAsync();

        Assert.Equal(
            [
                new Balance(Money.Eur(-5m), Money.Eur(12.34m)), new Balance(Money.Parse("700 JPY"), Money.Parse("0 JPY")),
                new Balance(Money.Parse("0 USD"), Money.Parse("2.50 USD")),
            ],
            balance);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task The_balance_of_a_seller_is_told_on_their_account()
    {
        Assert.Equal([new Balance(Money.Eur(88m), Money.Eur(0m))], await Client<IBalanceReader>().GetBalanceAsync(Lamps));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Movements_tell_their_fees_and_the_payment_that_caused_them()
    {
        var movements = await AllAsync(Client<IBalanceReader>().ListMovements(
            new MovementQuery { Seller = Lamps, Payout = new("po_1"), CreatedFrom = Created, CreatedBefore = Created.AddDays(1), PageSize = 50 }));

        Assert.Equal(["payout", "refund", "charge", "stripe_fee", "adjustment"], movements.Select(movement => movement.Type));
        Assert.Equal(["po_1", "re_1", "ch_paid01", null, "dp_1"], movements.Select(movement => movement.SourceId));
        Assert.Equal([null, "pi_paid01", "pi_paid01", null, null], movements.Select(movement => movement.PaymentId?.Value));
        var charge = movements[2];
        Assert.Equal((Money.Eur(100m), Money.Eur(3.20m), Money.Eur(96.80m), 0.92135m), (charge.Amount, charge.Fee, charge.Net, charge.ExchangeRate));
        Assert.Equal(("txn_3", Created, Created.AddDays(1)), (charge.Id, charge.CreatedAt, charge.AvailableAt));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task Movements_are_listed_by_what_they_are_and_where_they_came_from()
    {
        var movements = await AllAsync(Client<IBalanceReader>().ListMovements(new MovementQuery { Type = "charge", SourceId = "ch_paid01" }));

        Assert.Equal("txn_3", Assert.Single(movements).Id);
        await MatchRequestAsync();
    }

    private static CreatePayoutRequest PayOut(string key) => new() { Key = new(key), Amount = Money.Eur(88m), Seller = Lamps };
}
