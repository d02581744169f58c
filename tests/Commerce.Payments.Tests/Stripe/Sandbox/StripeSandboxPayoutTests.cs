using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Payouts arrive, and for some banks fail after they arrived.</summary>
public sealed class StripeSandboxPayoutTests : StripeWire
{
    [Theory]
    [InlineData("000123456789", null)]
    [InlineData("000111111116", "no_account")]
    [InlineData("000111111113", "account_closed")]
    [InlineData("000222222227", "insufficient_funds")]
    [InlineData("000333333335", "debit_not_authorized")]
    [InlineData("000444444440", "invalid_currency")]
    [InlineData("DE89370400440532013000", null)]
    [InlineData("DE62370400440532013001", "no_account")]
    [InlineData("DE89370400440532013002", "account_closed")]
    [InlineData("DE89370400440532013003", "insufficient_funds")]
    [InlineData("DE89370400440532013004", "debit_not_authorized")]
    [InlineData("DE89370400440532013005", "invalid_currency")]
    [InlineData("00012345", null)]
    [InlineData("11111116", "no_account")]
    public async Task A_payout_is_paid_and_may_fail_after_that(string number, string? failure)
    {
        var seller = await SellerAsync();
        Stripe.SetBankAccount(number, seller);
        var payout = await PostAsync("payouts", "amount=5000&currency=usd&metadata[batch]=7", seller);

        Clock.Advance(TimeSpan.FromHours(12));
        var leaving = await StatusAsync();
        Clock.Advance(TimeSpan.FromHours(36));
        var arrived = (await StatusAsync(), Total(seller));
        Clock.Advance(TimeSpan.FromDays(1));
        var after = await GetAsync($"payouts/{payout["id"]}", seller);

        Assert.Equal(("pending", "in_transit", ("paid", 3480L)), ((string?)payout["status"], leaving, arrived));
        Assert.Equal((failure is null ? "paid" : "failed", failure), ((string?)after["status"], (string?)after["failure_code"]));
        Assert.Equal(failure is null ? 3480 : 8480, Total(seller));
        Assert.Equal(failure is not null, EventTypes().Contains("payout.failed"));
        Assert.Equal("7", Stripe.Payouts.Single().Metadata["batch"]);
        Assert.Empty(Stripe.Audit());

        async Task<string?> StatusAsync() => (string?)(await GetAsync($"payouts/{payout["id"]}", seller))["status"];
    }

    [Fact]
    public async Task Events_of_a_sellers_payout_name_the_seller()
    {
        var seller = await SellerAsync();
        Stripe.TakeWebhooks();
        await PostAsync("payouts", "amount=5000&currency=usd", seller);

        Stripe.FinishEverything();

        Assert.Equal(
            [("payout.created", seller), ("payout.updated", seller), ("payout.paid", seller)],
            Events().Select(item => ((string)item["type"]!, (string)item["account"]!)));
    }

    [Fact]
    public async Task A_payout_needs_available_money_and_an_onboarded_seller()
    {
        var seller = await SellerAsync();
        var newcomer = (string)(await PostAsync("accounts", "country=FR&capabilities[transfers][requested]=true"))["id"]!;

        var tooMuch = await TryPostAsync("payouts", "amount=8481&currency=usd", seller);
        var tooEarly = await TryPostAsync("payouts", "amount=100&currency=eur", newcomer);

        Assert.Equal((400, "balance_insufficient"), (tooMuch.Status, tooMuch.Error("code")));
        Assert.Equal((400, "payouts_not_allowed"), (tooEarly.Status, tooEarly.Error("code")));
        Assert.Empty(Stripe.Payouts);
    }

    [Fact]
    public async Task A_pending_payout_is_cancelled_and_one_on_its_way_is_not()
    {
        var seller = await SellerAsync();
        var first = await PostAsync("payouts", "amount=1000&currency=usd", seller);
        var second = await PostAsync("payouts", "amount=1000&currency=usd", seller);

        var cancelled = await PostAsync($"payouts/{first["id"]}/cancel", account: seller);
        Clock.Advance(TimeSpan.FromHours(12));
        var tooLate = await TryPostAsync($"payouts/{second["id"]}/cancel", account: seller);

        Assert.Equal(("canceled", 400), ((string?)cancelled["status"], tooLate.Status));
        Assert.Equal(7480, Total(seller));
        Assert.Contains("payout.canceled", EventTypes());
        Assert.Empty(Stripe.Audit());
    }

    [Theory]
    [InlineData("US", 200)]
    [InlineData("FR", 400)]
    public async Task Only_payouts_to_some_countries_are_reversed(string country, int status)
    {
        var seller = await SellerAsync(country);
        var payout = await PostAsync("payouts", "amount=1000&currency=usd", seller);
        Clock.Advance(TimeSpan.FromDays(2));

        var reversal = await TryPostAsync($"payouts/{payout["id"]}/reverse", account: seller);
        var original = await GetAsync($"payouts/{payout["id"]}", seller);
        Stripe.FinishEverything();

        Assert.Equal(status, reversal.Status);
        Assert.Equal(status == 200 ? (string?)reversal.Body["id"] : null, (string?)original["reversed_by"]);
        Assert.Equal(status == 200 ? 8480 : 7480, Total(seller));
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task Payouts_are_listed_by_status()
    {
        var seller = await SellerAsync();
        var first = await PostAsync("payouts", "amount=1000&currency=usd", seller);
        Clock.Advance(TimeSpan.FromDays(2));
        await PostAsync("payouts", "amount=1000&currency=usd", seller);

        var paid = await GetAsync("payouts?status=paid", seller);

        Assert.Equal([(string?)first["id"]], paid["data"]!.AsArray().Select(item => (string?)item!["id"]));
        Assert.Empty((await GetAsync("payouts"))["data"]!.AsArray());
    }

    /// <summary>Gives a seller with 8480 to pay out.</summary>
    private async Task<string> SellerAsync(string country = "FR")
    {
        var seller = Stripe.OpenAccount(country: country);
        await PayAsync("pm_card_bypassPending", more: "application_fee_amount=1200", account: seller);
        return seller;
    }
}
