using System.Text;
using Commerce.Marketplaces.Amazon;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed partial class AmazonRecordingTests
{
    [Fact]
    public async Task A_report_with_personal_data_is_fetched_with_a_restricted_token()
    {
        var report = (await Client().FindReportAsync("ID323"))!;

        var file = await Client().ReadReportAsync(report.DocumentId!, isRestricted: true);

        Assert.Equal("order-id\treturn-date\n402-0000001-0000001\t2026-03-05\n", Encoding.UTF8.GetString(file.Span));
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task All_kinds_of_subscriptions_are_looked_for()
    {
        var found = await ((INotificationSubscriptions)Client()).ListSubscriptionsAsync();

        Assert.Equal([new NotificationSubscription { Id = new("ORDER_CHANGE/sub-1"), Type = "ORDER_CHANGE", Destination = "queue-1", IsActive = true }], found);
        Assert.Equal(7, amazon.Sent("/subscriptions"));
    }

    [Fact]
    public async Task Queues_of_both_kinds_are_told_by_where_they_are() => Assert.Equal(
        [new AmazonQueue("queue-1", "orders", "arn:aws:sqs:eu-west-3:000000000000:orders"), new AmazonQueue("queue-2", "bus", "000000000000/eu-west-3")],
        await Client().ListQueuesAsync());

    [Fact]
    public async Task Expected_prices_tell_for_each_offer_what_or_why_not()
    {
        var prices = await Client().GetExpectedPricesAsync([new OfferKey(new("LAMP-1")), new OfferKey(new("NONE"))]);

        Assert.Equal((Money.Eur(28.5m), "VALID_FOEP", Money.Eur(29m), Money.Eur(0m)), (prices[0].Price, prices[0].Result, prices[0].CompetingPrice, prices[0].CompetingShipping));
        Assert.Equal((null, RefusalCode.ExternalRejected, "INVALID_SKU"), (prices[1].Price, prices[1].Refusal?.Code, prices[1].Refusal?.VendorCode));
    }

    [Fact]
    public async Task An_answer_for_another_number_of_offers_is_a_protocol_failure() =>
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => Client().GetExpectedPricesAsync([new OfferKey(new("LAMP-1"))]))).Kind);

    [Fact]
    public async Task Competitive_prices_name_sellers_and_references()
    {
        var prices = (await Client().GetCompetitivePricesAsync(["B071VG5N9D"])).Single();

        Assert.Equal(new AmazonFeaturedPrice("OTHER", Money.Eur(18.11m), Money.Eur(2.5m), "New", true), prices.Featured.Single());
        Assert.Equal(Money.Eur(19m), prices.References["WasPrice"]);
    }

    [Fact]
    public async Task What_is_in_Amazons_warehouses_is_told_by_its_parts()
    {
        await foreach (var page in Client().ListFbaStock(new AmazonFbaQuery()).PagesAsync())
        {
            var item = page.Items.Single();
            Assert.Equal((76, 72, 1, 3, null), (item.Total, item.Fulfillable, item.Inbound, item.Reserved, item.Unfulfillable));
            Assert.Equal("seed", page.Next?.Value);
            break;
        }
    }

    [Fact]
    public async Task A_return_is_told_by_its_sku_with_the_way_back()
    {
        var found = (await AllAsync(((IReturnsClient)Client()).ListReturns(new ReturnQuery { IncludeRaw = true }))).Single();

        Assert.Equal(("402-0000001-0000001", MarketplaceReturnState.Accepted, "IN_TRANSIT", "Missed", "BACK-1"), (found.OrderId.Value, found.State, found.VendorState, found.VendorReason, found.TrackingNumber));
        Assert.Equal(("LAMP-1", 1), (found.Lines.Single().LineId.Value, found.Lines.Single().Quantity));
        Assert.Contains("\"rmaId\":\"rma-1\"", found.Raw, StringComparison.Ordinal);
        Assert.Empty(await AllAsync(((IReturnsClient)Client()).ListReturns(new ReturnQuery { ChangedSince = March(7) })));
    }

    [Theory]
    [InlineData("chat", "Hello", "Topic")]
    [InlineData(null, "Hello", "Topic")]
    [InlineData("digitalAccessKey", "long", "Body")]
    public async Task A_message_that_Amazon_would_refuse_is_refused_without_a_call(string? topic, string body, string field)
    {
        var outcome = await ((IMessageSender)Client()).SendMessageAsync(new SendMessageRequest
        {
            OrderId = new("402-0000001-0000001"), Topic = topic, Body = body == "long" ? new string('x', 401) : body,
        });

        Assert.Equal((RefusalCode.Validation, field), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Equal(0, amazon.Sent());
    }

    [Fact]
    public async Task A_topic_that_is_not_offered_for_the_order_is_refused_with_those_that_are()
    {
        var outcome = await ((IMessageSender)Client()).SendMessageAsync(
            new SendMessageRequest { OrderId = new("402-0000001-0000001"), Topic = "digitalAccessKey", Body = "KEY-1" });

        Assert.Equal(RefusalCode.PolicyViolation, outcome.Refusal?.Code);
        Assert.Contains("unexpectedProblem", outcome.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(0, amazon.Sent("/messages/"));
    }

    [Fact]
    public async Task The_store_of_an_order_is_asked_for_only_where_there_are_several()
    {
        var client = Client(options => options.MarketplaceIds = [.. options.MarketplaceIds, "A1PA6795UKMFR9"]);

        await client.ListMessageTopicsAsync(new("402-0000001-0000001"));

        Assert.Equal("GET /messaging/v1/orders/402-0000001-0000001?marketplaceIds=A13V1IB3VIYZZH", (await AddressesAsync("/messaging/")).Single());
        Assert.Equal(1, amazon.Sent("/orders/2026"));
    }

    [Fact]
    public async Task A_queue_that_is_neither_of_the_kinds_is_refused_without_a_call()
    {
        var outcome = await Client().CreateQueueAsync(new AmazonQueueRequest { Name = "orders" });

        Assert.Equal(RefusalCode.Validation, outcome.Refusal?.Code);
        Assert.Equal(0, amazon.Sent());
    }
}
