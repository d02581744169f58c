using System.Net.Http.Headers;
using System.Text;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Idempotency keys work as at Stripe.</summary>
public sealed class StripeSandboxKeyTests : StripeWire
{
    [Fact]
    public async Task The_first_answer_is_repeated_with_the_headers_that_say_so()
    {
        var first = await PayWithKeyAsync("k1");
        var second = await PayWithKeyAsync("k1");

        Assert.Equal(first.Body.ToJsonString(), second.Body.ToJsonString());
        Assert.Equal(("k1", "k1"), (first.Headers["Idempotency-Key"], second.Headers["Idempotency-Key"]));
        Assert.False(first.Headers.ContainsKey("Idempotent-Replayed"));
        Assert.Equal(("true", first.Headers["Request-Id"]), (second.Headers["Idempotent-Replayed"], second.Headers["Original-Request"]));
        Assert.NotEqual(first.Headers["Request-Id"], second.Headers["Request-Id"]);
        Assert.Single(Stripe.Charges);
    }

    [Fact]
    public async Task The_order_of_parameters_makes_no_other_request()
    {
        var first = await TryPostAsync("payment_intents", "amount=100&currency=usd", key: "k1");
        var second = await TryPostAsync("payment_intents", "currency=usd&amount=100", key: "k1");

        Assert.Equal((string?)first.Body["id"], (string?)second.Body["id"]);
    }

    [Fact]
    public async Task Other_parameters_under_the_same_key_are_refused()
    {
        await PayWithKeyAsync("k1");

        var other = await PayWithKeyAsync("k1", 9999);

        Assert.Equal((400, "idempotency_error"), (other.Status, other.Error("type")));
    }

    [Fact]
    public async Task A_decline_is_repeated_and_charges_nobody_twice()
    {
        var first = await TryPostAsync("payment_intents", Payment("pm_card_visa_chargeDeclined"), key: "k1");
        var second = await TryPostAsync("payment_intents", Payment("pm_card_visa_chargeDeclined"), key: "k1");

        Assert.Equal((402, 402, first.Error("charge")), (first.Status, second.Status, second.Error("charge")));
        Assert.Single(Stripe.Charges);
    }

    [Fact]
    public async Task A_failed_validation_is_not_kept_but_a_refusal_after_it_is()
    {
        var seller = Stripe.OpenAccount();
        var invalid = await TryPostAsync("payment_intents", "currency=usd", key: "k1");
        var valid = await TryPostAsync("payment_intents", "amount=100&currency=usd", key: "k1");
        var form = $"amount=100&currency=usd&destination={seller}";

        var poor = await TryPostAsync("transfers", form, key: "k2");
        await PayAsync("pm_card_bypassPending");
        var stillPoor = await TryPostAsync("transfers", form, key: "k2");

        Assert.Equal((400, 200), (invalid.Status, valid.Status));
        Assert.Equal(("balance_insufficient", "balance_insufficient"), (poor.Error("code"), stillPoor.Error("code")));
    }

    [Fact]
    public async Task A_500_is_kept_until_another_key_is_used()
    {
        Stripe.FailNext("create-payment");

        var first = await PayWithKeyAsync("k1");
        var second = await PayWithKeyAsync("k1");
        var other = await PayWithKeyAsync("k2");

        Assert.Equal((500, 500, 200), (first.Status, second.Status, other.Status));
        Assert.Equal("api_error", second.Error("type"));
        Assert.Single(Stripe.Charges);
    }

    [Fact]
    public async Task A_key_is_in_use_while_its_first_request_runs()
    {
        using var hold = Stripe.HoldNext("create-payment");
        var running = PayWithKeyAsync("k1");
        await hold.Reached.WaitAsync(TimeSpan.FromSeconds(30));

        var meanwhile = await PayWithKeyAsync("k1");
        var another = await PayWithKeyAsync("k2");
        hold.Release();
        var first = await running;
        var repeated = await PayWithKeyAsync("k1");

        Assert.Equal((409, "idempotency_key_in_use", "invalid_request_error"), (meanwhile.Status, meanwhile.Error("code"), meanwhile.Error("type")));
        Assert.Equal((200, 200, (string?)first.Body["id"]), (first.Status, another.Status, (string?)repeated.Body["id"]));
        Assert.Equal(2, Stripe.Charges.Count);
    }

    [Fact]
    public async Task A_key_is_forgotten_after_24_hours()
    {
        var first = await PayWithKeyAsync("k1");
        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var kept = await PayWithKeyAsync("k1");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var fresh = await PayWithKeyAsync("k1", 9999);

        Assert.Equal((string?)first.Body["id"], (string?)kept.Body["id"]);
        Assert.Equal((200, 9999L), (fresh.Status, (long)fresh.Body["amount"]!));
    }

    [Fact]
    public async Task A_key_belongs_to_one_account()
    {
        var seller = Stripe.OpenAccount();

        var own = await PayWithKeyAsync("k1");
        var sellers = await TryPostAsync("payment_intents", Payment("pm_card_visa"), seller, "k1");

        Assert.NotEqual((string?)own.Body["id"], (string?)sellers.Body["id"]);
        Assert.Equal(["", seller], Stripe.Charges.Select(charge => charge.Account));
    }

    [Fact]
    public async Task A_lost_answer_had_its_effect_once()
    {
        Host.Faults.Add("stripe", "create-payment", SandboxFault.LoseAnswer);

        await Assert.ThrowsAsync<HttpRequestException>(() => PayWithKeyAsync("k1"));
        var repeated = await PayWithKeyAsync("k1");

        Assert.Equal("true", repeated.Headers["Idempotent-Replayed"]);
        Assert.Equal("order-7", Assert.Single(Stripe.Charges).Metadata["order"]);
    }

    [Theory]
    [InlineData("Bearer", "sk_test_sandbox", 200, null)]
    [InlineData("Basic", "sk_test_sandbox:", 200, null)]
    [InlineData("Bearer", "sk_test_other", 401, null)]
    [InlineData("Bearer", "pk_test_sandbox", 401, "secret_key_required")]
    public async Task Only_the_secret_key_opens(string scheme, string value, int status, string? code)
    {
        var parameter = scheme == "Basic" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) : value;

        var answer = await SendAsync(HttpMethod.Get, "balance", credentials: new AuthenticationHeaderValue(scheme, parameter));

        Assert.Equal((status, code), (answer.Status, answer.Error("code")));
    }

    [Fact]
    public async Task Too_many_calls_are_told_with_the_reason()
    {
        Stripe.Limit(1, TimeSpan.FromSeconds(1));

        await GetAsync("balance");
        var limited = await SendAsync(HttpMethod.Get, "balance");

        Assert.Equal((429, "rate_limit", "global-rate"), (limited.Status, limited.Error("code"), limited.Headers["Stripe-Rate-Limited-Reason"]));
    }

    private Task<WireAnswer> PayWithKeyAsync(string key, int amount = 10000) =>
        TryPostAsync("payment_intents", Payment("pm_card_visa", amount, "metadata[order]=order-7"), key: key);
}
