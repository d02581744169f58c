using System.Text.Json.Nodes;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Payments.Tests.Stripe.Sandbox;

/// <summary>Webhooks are signed, delivered, repeated, late and out of order as it is asked.</summary>
public sealed class StripeSandboxWebhookTests : StripeWire
{
    [Fact]
    public async Task Events_are_delivered_with_a_signature_that_the_verifier_takes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        Stripe.DeliverTo(receiver.Address);

        await PayAsync();
        await receiver.WhenAsync(3);

        Assert.Equal(["payment_intent.created", "payment_intent.succeeded", "charge.succeeded"], receiver.Types);
        foreach (var (signature, body) in receiver.Received)
        {
            Assert.True((await VerifyAsync(Stripe.WebhookSecret, signature, body)).IsSuccess);
        }

        Assert.Equal(3, Stripe.TakeWebhooks().Count);
    }

    [Fact]
    public async Task What_becomes_due_is_delivered_without_a_look()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await PayAsync("pm_card_createDispute");
        Stripe.DeliverTo(receiver.Address);
        await Clock.WhenTimerAsync(TimeSpan.FromHours(1));

        Clock.Advance(TimeSpan.FromHours(1));
        await receiver.WhenAsync(2);

        Assert.Equal(["charge.dispute.created", "charge.dispute.funds_withdrawn"], receiver.Types);
    }

    [Fact]
    public async Task A_refused_webhook_comes_again_after_an_hour_and_after_two_more_and_then_no_more()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Status = call => call % 2 == 0 ? 500 : 302;
        Stripe.DeliverTo(receiver.Address);

        await PostAsync("payment_intents", "amount=100&currency=usd");
        await receiver.WhenAsync(1);
        foreach (var hours in (int[])[1, 2])
        {
            await Clock.WhenTimerAsync(TimeSpan.FromHours(hours));
            Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
            Assert.Equal(hours, receiver.Received.Count);
            Clock.Advance(TimeSpan.FromSeconds(1));
            await receiver.WhenAsync(1);
        }

        var undelivered = await GetAsync("events?delivery_success=false");
        Clock.Advance(TimeSpan.FromDays(1));
        receiver.Status = _ => 200;
        await PostAsync("payment_intents", "amount=100&currency=usd");
        await receiver.WhenAsync(1);

        Assert.Single(undelivered["data"]!.AsArray());
        Assert.Equal(4, receiver.Received.Count);
        Assert.Equal(2, receiver.Received.Select(call => (string)JsonNode.Parse(call.Body)!["id"]!).Distinct().Count());
        Assert.Equal(3, receiver.Received.Take(3).Select(call => call.Signature).Distinct().Count());
    }

    [Fact]
    public async Task An_endpoint_made_by_the_api_gets_the_events_that_it_names_with_its_own_secret()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var endpoint = await PostAsync("webhook_endpoints", $"url={receiver.Address}&enabled_events[]=charge.succeeded&enabled_events[]=refund.*");

        var intent = await PayAsync();
        await PayAsync(account: Stripe.OpenAccount());
        await PostAsync("refunds", $"payment_intent={intent["id"]}");
        await receiver.WhenAsync(2);
        var (signature, body) = receiver.Received.First();

        Assert.Equal(["charge.succeeded", "refund.created"], receiver.Types);
        Assert.True((await VerifyAsync((string)endpoint["secret"]!, signature, body)).IsSuccess);
        Assert.False((await VerifyAsync(Stripe.WebhookSecret, signature, body)).IsSuccess);
        Assert.Null((await GetAsync($"webhook_endpoints/{endpoint["id"]}"))["secret"]);
    }

    [Fact]
    public async Task A_connect_endpoint_gets_the_sellers_events_only_until_it_is_disabled()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var seller = Stripe.OpenAccount();
        var endpoint = await PostAsync("webhook_endpoints", $"url={receiver.Address}&enabled_events[]=*&connect=true");

        await PayAsync();
        await PostAsync("payment_intents", "amount=100&currency=usd", seller);
        await receiver.WhenAsync(1);
        await PostAsync($"webhook_endpoints/{endpoint["id"]}", "disabled=true");
        await PostAsync("payment_intents", "amount=100&currency=usd", seller);
        await PostAsync($"webhook_endpoints/{endpoint["id"]}", "disabled=false");
        await PostAsync("setup_intents", account: seller);
        await receiver.WhenAsync(1);

        Assert.Equal(["payment_intent.created", "setup_intent.created"], receiver.Types);
        Assert.Equal(seller, (string?)JsonNode.Parse(receiver.Received.First().Body)!["account"]);
    }

    [Fact]
    public async Task Events_come_as_often_as_asked_in_an_order_that_the_seed_decides()
    {
        var first = await ShuffledAsync(7);
        var again = await ShuffledAsync(7);
        var other = await ShuffledAsync(11);

        Assert.Equal(6, first.Count);
        Assert.All(first.GroupBy(type => type), copies => Assert.Equal(2, copies.Count()));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);

        async Task<IReadOnlyList<string>> ShuffledAsync(int seed)
        {
            Stripe.Delivery = new StripeWebhookDelivery { Copies = 2, ShuffleSeed = seed };
            await PayAsync();
            return EventTypes();
        }
    }

    [Fact]
    public async Task Late_events_come_when_their_time_has_come()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        Stripe.DeliverTo(receiver.Address);
        Stripe.Delivery = new StripeWebhookDelivery { Delay = TimeSpan.FromMinutes(10) };
        await PostAsync("payment_intents", "amount=100&currency=usd");
        await Clock.WhenTimerAsync(TimeSpan.FromMinutes(10));

        var early = EventTypes();
        var sent = receiver.Received.Count;
        Clock.Advance(TimeSpan.FromMinutes(10));
        await receiver.WhenAsync(1);

        Assert.Empty(early);
        Assert.Equal(0, sent);
        Assert.Equal(["payment_intent.created"], EventTypes());
    }

    [Fact]
    public async Task Events_are_listed_by_type_and_tell_the_request_that_made_them()
    {
        var answer = await TryPostAsync("payment_intents", Payment("pm_card_visa"), key: "order-7-pay");

        var one = await GetAsync("events?type=payment_intent.succeeded");
        var several = await GetAsync("events?types[]=payment_intent.created&types[]=charge.succeeded");
        var pattern = await GetAsync("events?type=payment_intent.*");

        var told = one["data"]!.AsArray().Single()!;
        Assert.Equal((answer.Headers["Request-Id"], "order-7-pay"), ((string?)told["request"]!["id"], (string?)told["request"]!["idempotency_key"]));
        Assert.Equal(["charge.succeeded", "payment_intent.created"], several["data"]!.AsArray().Select(item => (string?)item!["type"]));
        Assert.Equal(2, pattern["data"]!.AsArray().Count);
    }

    private async Task<Outcome<PaymentEvent>> VerifyAsync(string secret, string signature, byte[] body)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStripePayments(options =>
        {
            options.SecretKey = "sk_test_invented";
            options.WebhookSecrets.Add(secret);
        });
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredKeyedService<IWebhookVerifier<PaymentEvent>>("stripe")
            .VerifyAsync(new WebhookRequest(body, [new("Stripe-Signature", signature)]));
    }
}
