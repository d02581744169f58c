using Commerce.Marketplaces.Ebay;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

public sealed partial class EbaySandboxTests
{
    [Fact]
    public async Task A_conversation_is_read_page_by_page_answered_and_closed()
    {
        var client = Client();
        var messages = (IMessagingClient)client;
        var ids = await PlaceOrdersAsync(3);
        foreach (var id in ids)
        {
            Ebay.BuyerWrites(id.Value, $"Where is {id}?");
        }

        var all = await AllAsync(messages.ListThreads(new ThreadQuery { PageSize = 2, IncludeRaw = true }));
        Assert.Equal(3, all.Select(thread => thread.Id).Distinct().Count());
        Assert.All(all, thread => Assert.NotNull(thread.AnswerDueSince));
        Assert.All(all, thread => Assert.Contains("conversationId", thread.Raw, StringComparison.Ordinal));
        var thread = Assert.Single(await AllAsync(messages.ListThreads(new ThreadQuery { OrderId = ids[1], IncludeMessages = true })));
        Assert.Equal(ids[1], thread.OrderId);
        Assert.Equal($"Where is {ids[1]}?", thread.Messages.Single().Body);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await messages.SendMessageAsync(new SendMessageRequest { ThreadId = thread.Id, Body = "It leaves today." })).IsSuccess);
        var read = (await messages.FindThreadAsync(thread.Id))!;
        var closed = (await ((IThreadUpdates)client).UpdateThreadAsync(new ThreadUpdate { ThreadId = thread.Id, IsOpen = false, IsRead = true })).Value;

        Assert.Equal([MessageParty.Buyer, MessageParty.Seller], read.Messages.Select(message => message.From));
        Assert.Null(read.AnswerDueSince);
        Assert.Equal((true, false), (read.IsOpen, closed.IsOpen));
        Assert.DoesNotContain("today", read.ToString(), StringComparison.Ordinal);
        Assert.Null(await messages.FindThreadAsync(new("none")));
        Assert.Empty(await AllAsync(messages.ListThreads(new ThreadQuery { OrderId = new("none") })));
    }

    [Fact]
    public async Task A_seller_writes_first_about_an_order()
    {
        var messages = (IMessagingClient)Client();
        var id = (await PlaceOrdersAsync(1))[0];

        var sent = await messages.SendMessageAsync(new SendMessageRequest { OrderId = id, Body = "It leaves today." });
        var thread = Assert.Single(await AllAsync(messages.ListThreads(new ThreadQuery { OrderId = id })));

        Assert.NotNull(sent.Value.MessageId);
        Assert.Null(thread.AnswerDueSince);
        Assert.Equal(
            RefusalCode.Validation, (await messages.SendMessageAsync(new SendMessageRequest { OrderId = id, Body = new string('x', 2001) })).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await messages.SendMessageAsync(new SendMessageRequest { OrderId = new("none"), Body = "Hello" })).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await messages.SendMessageAsync(new SendMessageRequest { ThreadId = new("none"), Body = "Hello" })).Refusal?.Code);
    }

    [Fact]
    public async Task Notifications_are_subscribed_once_challenged_tested_verified_and_ended()
    {
        var client = Client();
        var subscriptions = (INotificationSubscriptions)client;
        var verifier = (IWebhookVerifier<MarketplaceNotification>)client;
        var received = new List<MarketplaceNotification>();
        Ebay.Endpoint = async request =>
        {
            if (((IWebhookChallenge)client).Answer(request) is { } answer)
            {
                return answer;
            }

            received.Add((await verifier.VerifyAsync(request)).Value);
            return null;
        };
        var request = new NotificationSubscriptionRequest { Type = "MARKETPLACE_ACCOUNT_DELETION", Destination = Endpoint };

        var made = (await subscriptions.CreateSubscriptionAsync(request)).Value;
        var again = (await subscriptions.CreateSubscriptionAsync(request)).Value;
        await subscriptions.TestSubscriptionAsync(made.Id);
        var all = await subscriptions.ListSubscriptionsAsync();
        var ended = await subscriptions.DeleteSubscriptionAsync(made.Id);

        Assert.Equal((made.Id, true), (again.Id, again.IsActive));
        Assert.Equal([Endpoint], all.Select(known => known.Destination));
        Assert.Equal(("MARKETPLACE_ACCOUNT_DELETION", "ma8vp1jySJC"), received.Select(pushed => (pushed.Type, pushed.BuyerId)).Single());
        Assert.True(ended.IsSuccess);
        Assert.Empty(await subscriptions.ListSubscriptionsAsync());
        Assert.Equal(RefusalCode.NotFound, (await subscriptions.DeleteSubscriptionAsync(made.Id)).Refusal?.Code);
    }

    [Fact]
    public async Task Subscriptions_of_the_application_and_of_the_seller_go_by_their_owners_token()
    {
        Ebay.Endpoint = null;
        var subscriptions = (INotificationSubscriptions)Client();
        var ofApplication = (await subscriptions.CreateSubscriptionAsync(new NotificationSubscriptionRequest { Type = "MARKETPLACE_ACCOUNT_DELETION", Destination = Endpoint })).Value;
        var ofSeller = (await subscriptions.CreateSubscriptionAsync(new NotificationSubscriptionRequest { Type = "ITEM_AVAILABILITY", Destination = Endpoint })).Value;

        Assert.Equal([ofApplication.Id, ofSeller.Id], (await subscriptions.ListSubscriptionsAsync()).Select(known => known.Id));
        foreach (var subscription in (NotificationSubscription[])[ofApplication, ofSeller])
        {
            Assert.True((await subscriptions.TestSubscriptionAsync(subscription.Id)).IsSuccess);
            Assert.True((await subscriptions.DeleteSubscriptionAsync(subscription.Id)).IsSuccess);
        }

        Assert.Empty(await subscriptions.ListSubscriptionsAsync());
    }

    [Fact]
    public async Task A_subscription_is_refused_with_what_is_missing()
    {
        var request = new NotificationSubscriptionRequest { Type = "AUTHORIZATION_REVOCATION", Destination = Endpoint };

        var noMailbox = await ((INotificationSubscriptions)Client(options => options.AlertEmail = null)).CreateSubscriptionAsync(request);
        var noToken = await ((INotificationSubscriptions)Client(options => options.VerificationToken = null)).CreateSubscriptionAsync(request);
        Ebay.Endpoint = _ => Task.FromResult<WebhookAnswer?>(null);
        var noAnswer = await ((INotificationSubscriptions)Client()).CreateSubscriptionAsync(request);
        Ebay.Endpoint = null;
        var noTopic = await ((INotificationSubscriptions)Client()).CreateSubscriptionAsync(request with { Type = "NONE" });

        Assert.Equal(
            [(RefusalCode.Validation, "195003"), (RefusalCode.Validation, null), (RefusalCode.ExternalRejected, "195020"), (RefusalCode.NotFound, "195010")],
            ((Refusal?[])[noMailbox.Refusal, noToken.Refusal, noAnswer.Refusal, noTopic.Refusal]).Select(refusal => (refusal!.Code, refusal.VendorCode)));
    }

    [Fact]
    public async Task A_public_key_is_fetched_once_an_hour_and_an_outage_of_it_is_a_failure()
    {
        var verifier = (IWebhookVerifier<MarketplaceNotification>)Client(options => options.MaxRetries = 0);
        var data = """{"userId":"u1"}""";

        Assert.True((await verifier.VerifyAsync(Ebay.Push("MARKETPLACE_ACCOUNT_DELETION", data))).IsSuccess);
        Assert.True((await verifier.VerifyAsync(Ebay.Push("MARKETPLACE_ACCOUNT_DELETION", data))).IsSuccess);
        Assert.Equal(1, _sandbox.Faults.Calls.Count(call => call.Operation == "public-key"));
        _clock.Advance(TimeSpan.FromHours(1));
        _sandbox.Faults.Add("ebay", "public-key", Testing.Sandbox.SandboxFault.Unavailable);

        await Assert.ThrowsAsync<CommerceException>(async () => await verifier.VerifyAsync(Ebay.Push("MARKETPLACE_ACCOUNT_DELETION", data)));
        Assert.True((await verifier.VerifyAsync(Ebay.Push("MARKETPLACE_ACCOUNT_DELETION", data))).IsSuccess);
        Assert.Equal(3, _sandbox.Faults.Calls.Count(call => call.Operation == "public-key"));
    }

    [Fact]
    public void The_verifier_and_the_challenge_are_found_by_the_accounts_name()
    {
        Client();

        Assert.NotNull(_providers[^1].GetRequiredKeyedService<IWebhookVerifier<MarketplaceNotification>>("ebay"));
        Assert.Same(_providers[^1].GetRequiredKeyedService<IMarketplaceClient>("ebay"), _providers[^1].GetRequiredKeyedService<IWebhookChallenge>("ebay"));
    }
}
