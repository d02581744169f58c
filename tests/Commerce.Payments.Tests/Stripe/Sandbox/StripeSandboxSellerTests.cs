using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Sellers are onboarded, customers keep methods, checkouts are paid.</summary>
public sealed class StripeSandboxSellerTests : StripeWire
{
    private const string Express = "country=DE&email=seller@example.com&controller[fees][payer]=application&controller[losses][payments]=application"
        + "&controller[requirement_collection]=stripe&controller[stripe_dashboard][type]=express&capabilities[transfers][requested]=true"
        + "&capabilities[card_payments][requested]=true&business_profile[url]=https://lamps.example.com&metadata[shop]=7";

    [Fact]
    public async Task A_seller_is_ready_when_the_onboarding_is_complete()
    {
        var account = await PostAsync("accounts", Express);
        var id = (string)account["id"]!;
        var early = await TryPostAsync("payment_intents", Payment("pm_card_visa", more: $"transfer_data[destination]={id}"));

        var link = await PostAsync("account_links", $"account={id}&type=account_onboarding&refresh_url=https://shop.example.com/again&return_url=https://shop.example.com/done");
        Stripe.CompleteOnboarding(id);
        var ready = await GetAsync($"accounts/{id}");
        var paid = await PayAsync(more: $"transfer_data[destination]={id}");

        Assert.Equal((false, "inactive"), ((bool)account["charges_enabled"]!, (string?)account["capabilities"]!["transfers"]));
        Assert.NotEmpty(account["requirements"]!["currently_due"]!.AsArray());
        Assert.Equal((400, "insufficient_capabilities_for_transfer"), (early.Status, early.Error("code")));
        Assert.Equal(Clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(), (long)link["expires_at"]!);
        Assert.Equal((true, true, "active"), ((bool)ready["charges_enabled"]!, (bool)ready["payouts_enabled"]!, (string?)ready["capabilities"]!["transfers"]));
        Assert.Empty(ready["requirements"]!["currently_due"]!.AsArray());
        Assert.Equal(("succeeded", "https://lamps.example.com", "7"), ((string?)paid["status"], (string?)ready["business_profile"]!["url"], (string?)ready["metadata"]!["shop"]));
        Assert.Contains((id, "account.updated"), Events().Select(item => ((string?)item["account"], (string?)item["type"])));
    }

    [Fact]
    public async Task Only_an_express_seller_has_a_login_link()
    {
        var express = await PostAsync("accounts", Express);
        var full = await PostAsync("accounts", "country=FR");

        var link = await PostAsync($"accounts/{express["id"]}/login_links");
        var refused = await TryPostAsync($"accounts/{full["id"]}/login_links");

        Assert.StartsWith("https://", (string?)link["url"], StringComparison.Ordinal);
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task The_payout_schedule_and_the_bank_account_are_changed()
    {
        var id = Stripe.OpenAccount();

        var account = await PostAsync($"accounts/{id}", "settings[payouts][schedule][interval]=manual");
        var weekly = await PostAsync("balance_settings", "payments[payouts][schedule][interval]=weekly&payments[payouts][schedule][weekly_payout_days][]=monday&payments[settlement_timing][delay_days_override]=5", id);
        var wrong = await TryPostAsync($"accounts/{id}", "settings[payouts][schedule][interval]=hourly");
        var bank = await PostAsync(
            $"accounts/{id}/external_accounts",
            "external_account[object]=bank_account&external_account[country]=DE&external_account[currency]=eur&external_account[account_number]=DE89370400440532013000");
        var preferred = await PostAsync($"accounts/{id}/external_accounts/{bank["id"]}", "default_for_currency=true");
        var banks = await GetAsync($"accounts/{id}/external_accounts");

        Assert.Equal("manual", (string?)account["settings"]!["payouts"]!["schedule"]!["interval"]);
        Assert.Equal("monday", (string?)weekly["payments"]!["payouts"]!["schedule"]!["weekly_payout_days"]![0]);
        Assert.Equal(400, wrong.Status);
        Assert.Equal(5, (long)weekly["payments"]!["settlement_timing"]!["delay_days"]!);
        Assert.Equal(("3000", false, true), ((string?)bank["last4"], (bool)bank["default_for_currency"]!, (bool)preferred["default_for_currency"]!));
        Assert.Equal([true, false], banks["data"]!.AsArray().Select(item => (bool)item!["default_for_currency"]!));
    }

    [Fact]
    public async Task A_rejected_seller_gets_nothing_and_an_empty_account_is_deleted()
    {
        var (rejected, empty) = (Stripe.OpenAccount(), Stripe.OpenAccount());

        await PostAsync($"accounts/{rejected}/reject", "reason=fraud");
        var refused = await TryPostAsync("payment_intents", Payment("pm_card_visa", more: $"transfer_data[destination]={rejected}"));
        var deleted = await SendAsync(HttpMethod.Delete, $"accounts/{empty}");
        var gone = await SendAsync(HttpMethod.Get, $"accounts/{empty}");

        Assert.Equal("insufficient_capabilities_for_transfer", refused.Error("code"));
        Assert.True((bool)deleted.Body["deleted"]!);
        Assert.Equal((403, "account_invalid"), (gone.Status, gone.Error("code")));
    }

    [Fact]
    public async Task A_payment_saves_its_method_with_the_customer()
    {
        var customer = (string)(await PostAsync("customers", "email=ada@example.com&name=Ada"))["id"]!;

        var intent = await PayAsync(more: $"customer={customer}&setup_future_usage=off_session");
        var kept = await GetAsync($"customers/{customer}/payment_methods?type=card");
        var stranger = await TryPostAsync("payment_intents", Payment((string)intent["payment_method"]!));
        var detached = await PostAsync($"payment_methods/{intent["payment_method"]}/detach");
        var twice = await TryPostAsync($"payment_methods/{intent["payment_method"]}/detach");

        Assert.Equal((string?)intent["payment_method"], (string?)kept["data"]!.AsArray().Single()!["id"]);
        Assert.Equal((400, "payment_method"), (stranger.Status, stranger.Error("param")));
        Assert.Null(detached["customer"]);
        Assert.Equal("payment_method_unexpected_state", twice.Error("code"));
        Assert.Empty((await GetAsync($"customers/{customer}/payment_methods"))["data"]!.AsArray());
    }

    [Theory]
    [InlineData("pm_card_visa", "succeeded")]
    [InlineData("pm_card_authenticationRequired", "requires_action")]
    [InlineData("pm_card_visa_chargeDeclined", "card_declined")]
    public async Task A_method_is_set_up_without_a_charge(string method, string expected)
    {
        var answer = await TryPostAsync("setup_intents", $"payment_method={method}&confirm=true&return_url=https://shop.example.com/back");

        Assert.Equal(expected, answer.Status == 402 ? answer.Error("code") : (string?)answer.Body["status"]);
        Assert.Equal(answer.Status == 402, answer.Body["error"]?["setup_intent"] is not null);
        Assert.Empty(Stripe.Charges);
    }

    [Fact]
    public async Task A_checkout_is_paid_with_another_card_after_a_decline_and_shared_with_the_seller()
    {
        var seller = Stripe.OpenAccount();
        var session = await CheckoutAsync($"payment_intent_data[transfer_data][destination]={seller}&payment_intent_data[application_fee_amount]=400");
        var id = (string)session["id"]!;

        var declined = Stripe.CompleteCheckout(id, "pm_card_visa_chargeDeclined");
        var paid = Stripe.CompleteCheckout(id);
        var after = await GetAsync($"checkout/sessions/{id}?expand[]=payment_intent");
        var lines = await GetAsync($"checkout/sessions/{id}/line_items");

        Assert.Equal(("open", 4000L), ((string?)session["status"], (long)session["amount_total"]!));
        Assert.Equal(("unpaid", "paid", "complete"), (declined, paid, (string?)after["status"]));
        Assert.Equal(4000, (long)after["payment_intent"]!["amount_received"]!);
        Assert.Equal((2L, "Lamp"), ((long)lines["data"]![0]!["quantity"]!, (string?)lines["data"]![0]!["description"]));
        Assert.Equal(3600, Total(seller));
        Assert.Contains("checkout.session.completed", EventTypes());
    }

    [Fact]
    public async Task A_checkout_expires_after_a_day_or_when_asked()
    {
        var first = await CheckoutAsync("");
        var second = await CheckoutAsync("");

        var expired = await PostAsync($"checkout/sessions/{first["id"]}/expire");
        Clock.Advance(TimeSpan.FromHours(24));
        var later = await GetAsync($"checkout/sessions/{second["id"]}");

        Assert.Equal(("expired", "expired"), ((string?)expired["status"], (string?)later["status"]));
        Assert.Throws<ArgumentException>(() => Stripe.CompleteCheckout((string)second["id"]!));
    }

    private Task<JsonObject> CheckoutAsync(string more) => PostAsync(
        "checkout/sessions",
        ("mode=payment&success_url=https://shop.example.com/done&line_items[0][price_data][currency]=usd&line_items[0][price_data][unit_amount]=2000"
            + "&line_items[0][price_data][product_data][name]=Lamp&line_items[0][quantity]=2&" + more).TrimEnd('&'));
}
