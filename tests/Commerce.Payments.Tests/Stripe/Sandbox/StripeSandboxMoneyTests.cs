using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>The worked figures of commissions, transfers and refunds come out, and no cent is lost.</summary>
public sealed class StripeSandboxMoneyTests : StripeWire
{
    [Theory]
    [InlineData("direct", 8480, 1200)]
    [InlineData("fee", 8800, 880)]
    [InlineData("amount", 8800, 880)]
    [InlineData("separate", 8800, 880)]
    public async Task A_payment_of_10000_is_shared_as_worked_out(string pattern, long seller, long platform)
    {
        var account = Stripe.OpenAccount();

        switch (pattern)
        {
            case "direct":
                await PayAsync(more: "application_fee_amount=1200", account: account);
                break;
            case "fee":
                await PayAsync(more: $"transfer_data[destination]={account}&application_fee_amount=1200");
                break;
            case "amount":
                await PayAsync(more: $"transfer_data[destination]={account}&transfer_data[amount]=8800");
                break;
            default:
                var intent = await PayAsync();
                await PostAsync("transfers", $"amount=8800&currency=usd&destination={account}&source_transaction={intent["latest_charge"]}");
                break;
        }

        Assert.Equal((seller, platform), (Total(account), Total()));
        Assert.Equal(pattern is "direct" or "fee" ? 1 : 0, (await GetAsync("application_fees"))["data"]!.AsArray().Count);
        Assert.Empty(Stripe.Audit());
    }

    [Theory]
    [InlineData("application_fee_amount=1200", "reverse_transfer=true&refund_application_fee=true", 8800 - 2500 + 300, 880 - 300)]
    [InlineData("application_fee_amount=1200", "reverse_transfer=true", 8800 - 2500, 880)]
    [InlineData("application_fee_amount=1200", "refund_application_fee=true", 8800 + 300, 880 - 2500 - 300)]
    [InlineData("application_fee_amount=1200", "reason=duplicate", 8800, 880 - 2500)]
    [InlineData("transfer_data[amount]=8800", "reverse_transfer=true", 8800 - 2200, 880 - 2500 + 2200)]
    public async Task A_refund_of_a_quarter_takes_a_quarter_back(string split, string flags, long seller, long platform)
    {
        var account = Stripe.OpenAccount();
        var intent = await PayAsync(more: $"transfer_data[destination]={account}&{split}");

        await PostAsync("refunds", $"payment_intent={intent["id"]}&amount=2500&{flags}");

        Assert.Equal((seller, platform), (Total(account), Total()));
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task Odd_refunds_take_exactly_everything_back_in_the_end()
    {
        var account = Stripe.OpenAccount();
        var intent = await PayAsync(amount: 9999, more: $"transfer_data[destination]={account}&application_fee_amount=1111");

        foreach (var amount in (int[])[3333, 3333, 1, 3332])
        {
            await PostAsync("refunds", $"payment_intent={intent["id"]}&amount={amount}&reverse_transfer=true&refund_application_fee=true");
        }

        Assert.Equal((0L, -320L), (Total(account), Total()));
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task A_refund_of_a_direct_charge_debits_the_seller_and_returns_the_commission()
    {
        var account = Stripe.OpenAccount();
        var intent = await PayAsync(more: "application_fee_amount=1200", account: account);

        var refund = await PostAsync("refunds", $"payment_intent={intent["id"]}&amount=2500&refund_application_fee=true&expand[]=balance_transaction", account);

        Assert.Equal((-2500L, -300L, -2200L), (Field("amount"), Field("fee"), Field("net")));
        Assert.Equal((8480L - 2200, 900L), (Total(account), Total()));

        long Field(string name) => (long)refund["balance_transaction"]![name]!;
    }

    [Fact]
    public async Task A_partial_capture_takes_the_smaller_commission_and_lets_the_rest_go()
    {
        var account = Stripe.OpenAccount();
        var intent = await PayAsync(more: $"capture_method=manual&transfer_data[destination]={account}&application_fee_amount=1200");

        var captured = await PostAsync($"payment_intents/{intent["id"]}/capture", "amount_to_capture=5000&application_fee_amount=600");

        Assert.Equal((5000L, 0L), ((long)captured["amount_received"]!, (long)captured["amount_capturable"]!));
        Assert.Equal((4400L, 600L - 175), (Total(account), Total()));
    }

    [Fact]
    public async Task Transfers_of_a_charge_may_not_exceed_it_and_become_available_with_it()
    {
        var (one, two) = (Stripe.OpenAccount(), Stripe.OpenAccount());
        var intent = await PayAsync(more: "transfer_group=order-7");
        var form = $"currency=usd&source_transaction={intent["latest_charge"]}";

        var first = await PostAsync("transfers", $"{form}&amount=6000&destination={one}");
        var tooMuch = await TryPostAsync("transfers", $"{form}&amount=4001&destination={two}");
        await PostAsync("transfers", $"{form}&amount=4000&destination={two}");
        var pending = Stripe.FundsOf("usd", one);
        Clock.Advance(TimeSpan.FromDays(2));
        var listed = await GetAsync("transfers?transfer_group=order-7&limit=1");

        Assert.Equal("order-7", (string?)first["transfer_group"]);
        Assert.Equal((400, "amount"), (tooMuch.Status, tooMuch.Error("param")));
        Assert.Equal(((0L, 6000L), (6000L, 0L)), (pending, Stripe.FundsOf("usd", one)));
        Assert.Equal(((string?)listed["data"]![0]!["destination"], true), (two, (bool)listed["has_more"]!));
    }

    [Fact]
    public async Task A_transfer_without_a_charge_needs_available_money()
    {
        var account = Stripe.OpenAccount();
        await PayAsync();
        var form = $"amount=9000&currency=usd&destination={account}";

        var early = await TryPostAsync("transfers", form);
        Clock.Advance(TimeSpan.FromDays(2));
        var later = await PostAsync("transfers", form);

        Assert.Equal((400, "balance_insufficient"), (early.Status, early.Error("code")));
        Assert.Equal(9000, (long)later["amount"]!);
        Assert.Equal((9000L, 0L), Stripe.FundsOf("usd", account));
    }

    [Fact]
    public async Task A_transfer_is_reversed_in_parts_as_far_as_the_seller_has_the_money()
    {
        var account = Stripe.OpenAccount();
        await PayAsync("pm_card_bypassPending");
        var transfer = await PostAsync("transfers", $"amount=9000&currency=usd&destination={account}");

        await PostAsync($"transfers/{transfer["id"]}/reversals", "amount=4000&metadata[reason]=returned");
        await PostAsync("payouts", "amount=3000&currency=usd", account);
        var poor = await TryPostAsync($"transfers/{transfer["id"]}/reversals");
        var tooMuch = await TryPostAsync($"transfers/{transfer["id"]}/reversals", "amount=5001");
        await PostAsync($"transfers/{transfer["id"]}/reversals", "amount=2000");
        var after = await GetAsync($"transfers/{transfer["id"]}");
        var reversals = await GetAsync($"transfers/{transfer["id"]}/reversals");

        Assert.Equal("balance_insufficient", poor.Error("code"));
        Assert.Equal((400, "amount"), (tooMuch.Status, tooMuch.Error("param")));
        Assert.Equal((6000L, false, 0L), ((long)after["amount_reversed"]!, (bool)after["reversed"]!, Total(account)));
        Assert.Equal([2000, 4000], reversals["data"]!.AsArray().Select(item => (long)item!["amount"]!));
        Assert.Equal(2, after["reversals"]!["data"]!.AsArray().Count);
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task A_commission_is_given_back_in_parts_and_no_cent_more()
    {
        var account = Stripe.OpenAccount();
        await PayAsync(more: $"transfer_data[destination]={account}&application_fee_amount=1200");
        var id = (string)(await GetAsync("application_fees"))["data"]![0]!["id"]!;

        var first = await PostAsync($"application_fees/{id}/refunds", "amount=200");
        var tooMuch = await TryPostAsync($"application_fees/{id}/refunds", "amount=1001");
        await PostAsync($"application_fees/{id}/refunds");
        var fee = await GetAsync($"application_fees/{id}");

        Assert.Equal(200, (long)first["amount"]!);
        Assert.Equal((400, "amount"), (tooMuch.Status, tooMuch.Error("param")));
        Assert.Equal((1200L, true, 10000L, -320L), ((long)fee["amount_refunded"]!, (bool)fee["refunded"]!, Total(account), Total()));
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task Refunds_go_up_to_what_was_captured()
    {
        var intent = await PayAsync();
        var form = $"payment_intent={intent["id"]}";

        await PostAsync("refunds", form + "&amount=6000");
        var tooMuch = await TryPostAsync("refunds", form + "&amount=4001");
        await PostAsync("refunds", form);
        var nothingLeft = await TryPostAsync("refunds", form);
        var charge = await GetAsync($"charges/{intent["latest_charge"]}?expand[]=refunds");

        Assert.Equal((400, "amount"), (tooMuch.Status, tooMuch.Error("param")));
        Assert.Equal((400, "charge_already_refunded"), (nothingLeft.Status, nothingLeft.Error("code")));
        Assert.Equal((10000L, true, 2), ((long)charge["amount_refunded"]!, (bool)charge["refunded"]!, charge["refunds"]!["data"]!.AsArray().Count));
        Assert.Equal(0, Stripe.Balance["usd"]);
    }

    [Fact]
    public async Task A_refund_that_needs_the_buyer_can_be_cancelled_and_expires()
    {
        var intent = await PayAsync();
        var first = await PostAsync("refunds", $"payment_intent={intent["id"]}&amount=1000&instructions_email=zoe@example.com");
        var second = await PostAsync("refunds", $"payment_intent={intent["id"]}&amount=1000&instructions_email=zoe@example.com");
        var done = await PostAsync("refunds", $"payment_intent={intent["id"]}&amount=1000");

        var cancelled = await PostAsync($"refunds/{first["id"]}/cancel");
        var expired = await PostAsync($"test_helpers/refunds/{second["id"]}/expire");
        var tooLate = await TryPostAsync($"refunds/{done["id"]}/cancel");

        Assert.Equal(("requires_action", "canceled", "failed"), ((string?)first["status"], (string?)cancelled["status"], (string?)expired["status"]));
        Assert.Equal((400, 10000L - 320 - 1000), (tooLate.Status, Total()));
        Assert.Empty(Stripe.Audit());
    }

    [Fact]
    public async Task Movements_are_listed_with_what_made_them()
    {
        var account = Stripe.OpenAccount();
        var intent = await PayAsync(more: $"transfer_data[destination]={account}&application_fee_amount=1200");
        await PostAsync("refunds", $"payment_intent={intent["id"]}&amount=100");

        var all = await GetAsync("balance_transactions?expand[]=data.source");
        var fees = await GetAsync("balance_transactions?type=application_fee");
        var own = await GetAsync("balance_transactions", account);

        Assert.Equal(["refund", "application_fee", "transfer", "charge"], Types(all));
        Assert.Equal(["refund", "application_fee", "transfer", "charge"], all["data"]!.AsArray().Select(item => (string?)item!["source"]!["object"]));
        Assert.Equal(1200, (long)fees["data"]!.AsArray().Single()!["net"]!);
        Assert.Equal((10000L, 1200L, 8800L, "payment"), (Own("amount"), Own("fee"), Own("net"), Types(own).Single()));
        Assert.Equal(Total(), all["data"]!.AsArray().Sum(item => (long)item!["net"]!));

        long Own(string name) => (long)own["data"]![0]![name]!;

        static IEnumerable<string?> Types(JsonObject list) => list["data"]!.AsArray().Select(item => (string?)item!["type"]);
    }

    [Fact]
    public async Task The_balance_tells_available_and_pending_money()
    {
        await PayAsync();
        await PayAsync("pm_card_bypassPending", 5000);
        await PostAsync("topups", "amount=700&currency=eur");
        Clock.Advance(TimeSpan.FromDays(1));

        var balance = await GetAsync("balance");

        Assert.Equal([("eur", 700L), ("usd", 4825L)], Amounts("available"));
        Assert.Equal([("eur", 0L), ("usd", 9680L)], Amounts("pending"));

        IEnumerable<(string, long)> Amounts(string name) => balance[name]!.AsArray().Select(item => ((string)item!["currency"]!, (long)item["amount"]!));
    }
}
