using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Held money is captured, increased, let go, and expires.</summary>
public sealed class StripeSandboxHoldTests : StripeWire
{
    [Theory]
    [InlineData("", 7 * 24)]
    [InlineData("off_session=true", (4 * 24) + 18)]
    public async Task A_hold_expires_and_is_told(string more, int hours)
    {
        var intent = await HoldAsync(more);

        Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        var before = await GetAsync($"payment_intents/{intent["id"]}?expand[]=latest_charge");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await GetAsync($"payment_intents/{intent["id"]}");
        var tooLate = await TryPostAsync($"payment_intents/{intent["id"]}/capture");

        Assert.Equal(
            Clock.GetUtcNow().ToUnixTimeSeconds(), (long)before["latest_charge"]!["payment_method_details"]!["card"]!["capture_before"]!);
        Assert.Equal(("requires_capture", "canceled", "automatic"), ((string?)before["status"], (string?)after["status"], (string?)after["cancellation_reason"]));
        Assert.Equal((400, "payment_intent_unexpected_state"), (tooLate.Status, tooLate.Error("code")));
        Assert.Contains("charge.expired", EventTypes());
        Assert.Equal(0, Total());
    }

    [Fact]
    public async Task Finishing_everything_does_not_end_holds()
    {
        var intent = await HoldAsync("");

        Stripe.FinishEverything();

        Assert.Equal("requires_capture", (string?)(await GetAsync($"payment_intents/{intent["id"]}"))["status"]);
    }

    [Fact]
    public async Task Several_captures_need_to_be_asked_for()
    {
        var plain = await HoldAsync("");
        var intent = await HoldAsync("payment_method_options[card][request_multicapture]=if_available");

        var refused = await TryPostAsync($"payment_intents/{plain["id"]}/capture", "amount_to_capture=1000&final_capture=false");
        var first = await CaptureAsync("amount_to_capture=4000&final_capture=false");
        var tooMuch = await TryPostAsync($"payment_intents/{intent["id"]}/capture", "amount_to_capture=6001");
        var last = await CaptureAsync("amount_to_capture=5000");

        Assert.Equal((400, "final_capture"), (refused.Status, refused.Error("param")));
        Assert.Equal(("requires_capture", 4000L, 6000L), Figures(first));
        Assert.Equal((400, "amount_to_capture"), (tooMuch.Status, tooMuch.Error("param")));
        Assert.Equal(("succeeded", 9000L, 0L), Figures(last));
        Assert.Equal(9000 - 116 - 30 - 145, Total());
        Assert.Empty(Stripe.Audit());

        Task<JsonObject> CaptureAsync(string form) => PostAsync($"payment_intents/{intent["id"]}/capture", form);

        static (string?, long, long) Figures(JsonObject item) =>
            ((string?)item["status"], (long)item["amount_received"]!, (long)item["amount_capturable"]!);
    }

    [Fact]
    public async Task A_hold_is_increased_ten_times_when_that_was_asked_for()
    {
        var plain = await HoldAsync("");
        var intent = await HoldAsync("payment_method_options[card][request_incremental_authorization]=if_available");

        var refused = await TryPostAsync($"payment_intents/{plain["id"]}/increment_authorization", "amount=11000");
        var smaller = await TryPostAsync($"payment_intents/{intent["id"]}/increment_authorization", "amount=10000");
        for (var i = 1; i <= 10; i++)
        {
            await PostAsync($"payment_intents/{intent["id"]}/increment_authorization", $"amount={10000 + i}");
        }

        var eleventh = await TryPostAsync($"payment_intents/{intent["id"]}/increment_authorization", "amount=11000");
        var captured = await PostAsync($"payment_intents/{intent["id"]}/capture");

        Assert.Equal((400, 400, 400), (refused.Status, smaller.Status, eleventh.Status));
        Assert.Equal(10010, (long)captured["amount_received"]!);
    }

    [Fact]
    public async Task A_payment_is_changed_before_it_is_confirmed_and_only_described_after()
    {
        var intent = await PostAsync("payment_intents", "amount=1000&currency=usd&metadata[order]=7&metadata[shop]=a");

        var changed = await PostAsync($"payment_intents/{intent["id"]}", "amount=2000&payment_method=pm_card_visa&metadata[order]=&metadata[cart]=9");
        await PostAsync($"payment_intents/{intent["id"]}/confirm", "return_url=https://shop.example.com/back");
        var described = await PostAsync($"payment_intents/{intent["id"]}", "description=Order 7");
        var refused = await TryPostAsync($"payment_intents/{intent["id"]}", "amount=3000");

        Assert.Equal(("requires_confirmation", 2000L), ((string?)changed["status"], (long)changed["amount"]!));
        Assert.Equal("""{"shop":"a","cart":"9"}""", changed["metadata"]!.ToJsonString());
        Assert.Equal("Order 7", (string?)described["description"]);
        Assert.Equal((400, "payment_intent_unexpected_state"), (refused.Status, refused.Error("code")));
    }

    [Fact]
    public async Task A_cancelled_hold_says_why()
    {
        var intent = await HoldAsync("");

        var cancelled = await PostAsync($"payment_intents/{intent["id"]}/cancel", "cancellation_reason=abandoned");
        var again = await TryPostAsync($"payment_intents/{intent["id"]}/cancel");

        Assert.Equal(("canceled", "abandoned", 0L), ((string?)cancelled["status"], (string?)cancelled["cancellation_reason"], (long)cancelled["amount_capturable"]!));
        Assert.Equal((400, "canceled"), (again.Status, (string?)again.Body["error"]!["payment_intent"]!["status"]));
    }

    private Task<JsonObject> HoldAsync(string more) => PayAsync(more: ("capture_method=manual&" + more).TrimEnd('&'));
}
