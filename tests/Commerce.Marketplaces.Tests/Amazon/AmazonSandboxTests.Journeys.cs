using System.Text;
using Commerce.Marketplaces.Amazon;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed partial class AmazonSandboxTests
{
    private const string Listings = AmazonReportRequest.Listings;

    [Fact]
    public async Task An_order_is_cancelled_by_a_feed_that_ends_later()
    {
        var client = Client();
        var id = Place(("LAMP-1", 2), ("LAMP-2", 1));
        var cancellation = (IOrderCancellation)client;

        var taken = (await cancellation.CancelOrderAsync(new CancelOrderRequest { OrderId = id, Reason = CancellationReason.OutOfStock })).Value;
        var running = await cancellation.GetCancellationAsync(taken);
        Amazon.FinishEverything();
        var ended = await cancellation.GetCancellationAsync(running);
        var again = (await cancellation.CancelOrderAsync(new CancelOrderRequest { OrderId = id, Reason = CancellationReason.OutOfStock })).Value;

        Assert.True(taken.IsPending && running.IsPending);
        Assert.Equal((MarketplaceRequestState.Done, 2), (ended.State, ended.Lines.Count(line => line.IsSuccess)));
        Assert.Contains("records processed", ended.Raw, StringComparison.Ordinal);
        Assert.Equal("CANCELLED", Amazon.OrderStates[id.Value]);
        Assert.Equal((MarketplaceRequestState.Done, 0), (again.State, again.VendorIds.Count));
    }

    [Fact]
    public async Task A_cancellation_that_came_too_late_tells_so_for_each_line()
    {
        var client = Client();
        var id = Place(("LAMP-1", 1), ("LAMP-2", 1));
        var order = (await client.FindOrderAsync(id))!;
        var taken = (await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = id, Reason = CancellationReason.OutOfStock })).Value;
        await client.ShipOrderAsync(Parts(id, order.Lines[0], ("P1", 1)));
        Amazon.FinishEverything();

        var ended = await ((IOrderCancellation)client).GetCancellationAsync(taken);

        Assert.Equal(MarketplaceRequestState.Done, ended.State);
        Assert.Equal(["18028", null], ended.Lines.Select(line => line.Refusal?.VendorCode));
    }

    [Fact]
    public async Task What_is_shipped_is_paid_back_and_no_more()
    {
        var client = Client();
        var id = Place(("LAMP-1", 2));
        var line = (await client.FindOrderAsync(id))!.Lines[0];
        var refunds = (IOrderRefunds)client;
        RefundOrderRequest Refund(int quantity) => new()
        {
            Key = new OperationKey($"refund-{quantity}"), OrderId = id, Reason = RefundReason.Returned, Lines = [new LineAmount { LineId = line.Id, Quantity = quantity }],
        };

        var early = await refunds.RefundOrderAsync(Refund(1));
        await client.ShipOrderAsync(Parts(id, line, ("P1", 2)));
        var tooMuch = await refunds.RefundOrderAsync(Refund(3));
        var taken = (await refunds.RefundOrderAsync(Refund(1))).Value;
        Amazon.FinishEverything();
        var ended = await refunds.GetRefundAsync(taken);
        var feeds = await AllAsync(client.ListFeeds(new AmazonFeedQuery { Types = ["POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA"] }));

        Assert.Equal(RefusalCode.InvalidTransition, early.Refusal?.Code);
        Assert.Equal(RefusalCode.AmountExceeded, tooMuch.Refusal?.Code);
        Assert.Equal((true, MarketplaceRequestState.Done), (taken.IsPending, ended.State));
        Assert.Equal(29.90m, Amazon.Refunds[$"{id}/{line.Id}"]);
        Assert.Equal(taken.VendorIds, feeds.Select(feed => feed.Id.Value));
    }

    [Fact]
    public async Task A_refund_whose_answer_is_lost_is_not_sent_again()
    {
        var client = Client();
        var id = Place(("LAMP-1", 1));
        var line = (await client.FindOrderAsync(id))!.Lines[0];
        await client.ShipOrderAsync(Parts(id, line, ("P1", 1)));
        _sandbox.Faults.Add("amazon", "create-feed", SandboxFault.LoseAnswer);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => ((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("refund"), OrderId = id, Reason = RefundReason.Returned, Lines = [new LineAmount { LineId = line.Id, Quantity = 1 }],
        }));

        Assert.True(failure.IsOutcomeUnknown);
        Assert.Equal(1, Amazon.FeedsSent["POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA"]);
        Assert.Equal(LostAnswerRecovery.None, client.Capabilities.Recovery[failure.Operation!]);
    }

    [Fact]
    public async Task A_buyer_who_asks_to_cancel_is_found_and_answered()
    {
        var client = Client();
        var requests = (ICancellationRequests)client;
        Place(("LAMP-1", 1));
        var id = Place(("LAMP-2", 1));
        Amazon.BuyerAsksToCancel(id.Value);

        var found = Assert.Single(await AllAsync(requests.ListCancellationRequests(new CancellationRequestQuery { OpenOnly = true })));
        var refused = await requests.AnswerCancellationAsync(new CancellationAnswer { RequestId = found.Id, OrderId = id, IsAccepted = false });
        var accepted = await requests.AnswerCancellationAsync(new CancellationAnswer { RequestId = found.Id, OrderId = id, IsAccepted = true });
        Amazon.FinishEverything();

        Assert.Equal((id, true), (found.OrderId, found.IsOpen));
        Assert.Equal(RefusalCode.NotSupported, refused.Refusal?.Code);
        Assert.False(accepted.Value.IsOpen);
        Assert.Equal("CANCELLED", Amazon.OrderStates[id.Value]);
        Assert.Empty(await AllAsync(requests.ListCancellationRequests(new CancellationRequestQuery { OpenOnly = true })));
        Assert.True((await client.FindOrderAsync(id))!.IsCancellationRequested);
    }

    [Fact]
    public async Task A_message_goes_out_under_an_allowed_topic_with_its_files()
    {
        var client = Client();
        var sender = (IMessageSender)client;
        var id = Place(("LAMP-1", 1));
        var file = new MessageAttachment("plan.pdf", "application/pdf", "plan"u8.ToArray());

        var sent = await sender.SendMessageAsync(new SendMessageRequest { OrderId = id, Topic = "confirmCustomizationDetails", Body = "Like this?", Attachments = [file] });
        var invoice = await ((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = id, Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "invoice"u8.ToArray() });
        var unknown = await sender.SendMessageAsync(new SendMessageRequest { OrderId = id, Topic = "chat", Body = "Hello" });

        Assert.True(sent.IsSuccess, sent.Refusal?.Message);
        Assert.True(invoice.IsSuccess, invoice.Refusal?.Message);
        Assert.Equal((RefusalCode.Validation, "Topic"), (unknown.Refusal?.Code, unknown.Refusal?.Field));
        Assert.Equal([$"{id}/confirmCustomizationDetails/Like this?/plan.pdf", $"{id}/invoice/invoice.pdf"], Amazon.Messages);
        Assert.Equal("fr-FR", await client.FindBuyerLocaleAsync(id));
    }

    [Fact]
    public async Task A_topic_that_Amazon_does_not_allow_for_the_order_is_refused_with_those_that_it_does()
    {
        var client = Client();
        var id = Place(("LAMP-1", 1));
        await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = id, Reason = CancellationReason.OutOfStock });
        Amazon.FinishEverything();

        var sent = await ((IMessageSender)client).SendMessageAsync(new SendMessageRequest { OrderId = id, Topic = "unexpectedProblem", Body = "It is late." });

        Assert.Equal(RefusalCode.PolicyViolation, sent.Refusal?.Code);
        Assert.Empty(Amazon.Messages);
    }

    [Fact]
    public async Task A_review_is_asked_for_once_after_delivery()
    {
        var client = Client();
        var id = Place(("LAMP-1", 1));
        var early = await client.RequestReviewAsync(id);
        await client.ShipOrderAsync(Parts(id, (await client.FindOrderAsync(id))!.Lines[0], ("P1", 1)));
        Amazon.Deliver(id.Value);

        Assert.Equal(RefusalCode.ExternalRejected, early.Refusal?.Code);
        Assert.Equal(MarketplaceOrderState.Delivered, (await client.FindOrderAsync(id))!.State);
        Assert.True(await client.CanRequestReviewAsync(id));
        Assert.True((await client.RequestReviewAsync(id)).IsSuccess);
        Assert.False(await client.CanRequestReviewAsync(id));
    }

    [Fact]
    public async Task Changes_of_orders_are_written_to_a_queue_and_read_from_it()
    {
        var client = Client();
        var subscriptions = (INotificationSubscriptions)client;
        var queue = (await client.CreateQueueAsync(new AmazonQueueRequest { Name = "orders", SqsArn = "arn:aws:sqs:eu-west-3:000000000000:orders" })).Value;
        var request = new NotificationSubscriptionRequest { Type = "ORDER_CHANGE", Destination = queue.Id };

        var made = (await subscriptions.CreateSubscriptionAsync(request)).Value;
        var again = (await subscriptions.CreateSubscriptionAsync(request)).Value;
        var other = await subscriptions.CreateSubscriptionAsync(request with { Destination = (await client.CreateQueueAsync(new AmazonQueueRequest { Name = "other", EventBridgeAccountId = "000000000000", EventBridgeRegion = "eu-west-3" })).Value.Id });
        var id = Place(("LAMP-1", 1));
        var read = ((INotificationReader)client).Read(Encoding.UTF8.GetBytes(Assert.Single(Amazon.Notifications)));
        var tested = await subscriptions.TestSubscriptionAsync(made.Id);
        await subscriptions.DeleteSubscriptionAsync(made.Id);
        var gone = await subscriptions.DeleteSubscriptionAsync(made.Id);

        Assert.Equal((made, RefusalCode.Conflict), (again, other.Refusal?.Code));
        Assert.Equal(("ORDER_CHANGE", id), (read.Value.Type, read.Value.OrderId));
        Assert.True(tested.IsSuccess);
        Assert.Equal(2, Amazon.Notifications.Count);
        Assert.False(gone.Value.IsActive);
        Assert.Equal(["orders", "other"], (await client.ListQueuesAsync()).Select(known => known.Name));
        Assert.True((await client.DeleteQueueAsync(queue.Id)).IsSuccess);
    }

    [Fact]
    public async Task A_report_is_made_later_and_its_file_read()
    {
        var client = Client();
        var id = (await client.RequestReportAsync(new AmazonReportRequest { Type = Listings })).Key;
        var running = (await client.FindReportAsync(id))!;
        Amazon.FinishEverything();
        var done = (await client.FindReportAsync(id))!;

        var file = Encoding.UTF8.GetString((await client.ReadReportAsync(done.DocumentId!, isRestricted: true)).Span);

        Assert.Equal(("IN_PROGRESS", "DONE"), (running.State, done.State));
        Assert.Contains("LAMP-1\t29.90\t12", file, StringComparison.Ordinal);
        Assert.Null(await client.FindReportAsync("none"));
    }

    [Fact]
    public async Task Returns_are_listed_page_by_page_and_not_decided()
    {
        var client = Client();
        var id = Place(("LAMP-1", 2));
        string[] returns = [Amazon.BuyerReturns(id.Value, "LAMP-1", 1), Amazon.BuyerReturns(id.Value, "LAMP-1", 1), Amazon.BuyerReturns("other", "LAMP-2", 1)];

        var found = await AllAsync(((IReturnsClient)client).ListReturns(new ReturnQuery { OrderId = id, PageSize = 2 }));
        var decided = await ((IReturnsClient)client).DecideReturnsAsync([new ReturnDecision { ReturnId = new(returns[0]), Verdict = ReturnVerdict.Accept }]);

        Assert.Equal(returns[..2], found.Select(entry => entry.Id.Value));
        Assert.Equal(RefusalCode.NotSupported, decided.Single().Refusal?.Code);
        Assert.Equal("LAMP-2", (await client.FindReturnAsync(new(returns[2])))!.Lines.Single().LineId.Value);
    }

    [Fact]
    public async Task The_last_page_tells_where_the_next_list_starts()
    {
        var client = Client();
        Place(("LAMP-1", 1));

        var page = await client.ReadOrdersAsync(new OrderQuery { ChangedSince = DateTimeOffset.UtcNow.AddDays(-1) });

        Assert.Single(page.Page.Items);
        Assert.InRange(page.ReadUntil!.Value, DateTimeOffset.UtcNow.AddMinutes(-3), DateTimeOffset.UtcNow.AddMinutes(-1));
    }

    [Fact]
    public async Task Expected_prices_have_an_answer_for_each_offer()
    {
        var prices = await Client().GetExpectedPricesAsync([new OfferKey(new("LAMP-1")), new OfferKey(new("NO-SUCH-SKU"))]);

        Assert.Equal([Money.Eur(29.90m), null], prices.Select(price => price.Price));
        Assert.Equal([null, "INVALID_SKU"], prices.Select(price => price.Refusal?.VendorCode));
    }

    [Fact]
    public async Task Stores_are_listed_and_nothing_is_in_Amazons_warehouses()
    {
        var client = Client();

        Assert.Equal(("A13V1IB3VIYZZH", Currency.Eur), (await client.ListStoresAsync()).Select(store => (store.MarketplaceId, store.Currency!.Value)).Single());
        Assert.Empty(await AllAsync(client.ListFbaStock(new AmazonFbaQuery())));
    }
}
