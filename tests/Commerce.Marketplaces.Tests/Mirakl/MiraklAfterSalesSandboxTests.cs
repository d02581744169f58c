using System.Text;
using Commerce.Marketplaces.Mirakl;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

/// <summary>What comes after an order, and whole offers, against the sandbox's Mirakl over real HTTP.</summary>
public sealed class MiraklAfterSalesSandboxTests : IAsyncLifetime
{
    private static readonly MarketplaceOrderId Order = new("Order_00001-A");

    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private MiraklSandbox Mirakl => _sandbox.Get<MiraklSandbox>();

    private IMiraklMarketplaceClient Client => (IMiraklMarketplaceClient)_provider.GetRequiredKeyedService<IMarketplaceClient>("mirakl");

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        Mirakl.Offer("LAMP-1", 12, 29.90m);
        Mirakl.Place(new SandboxOrder { Id = Order.Value, Lines = [("LAMP-1", 3, 29.90m), ("LAMP-2", 1, 49.99m)] });
        var services = new ServiceCollection();
        services.AddMiraklMarketplace(options =>
        {
            (options.BaseAddress, options.ApiKey, options.KeepCallFrequencies) = (_sandbox.AddressOf("mirakl"), Mirakl.ApiKey, false);
        });
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task An_order_is_cancelled_as_a_whole_and_again_does_no_harm()
    {
        await AcceptAsync();
        var cancellation = (IOrderCancellation)Client;
        var request = new CancelOrderRequest { OrderId = Order, Reason = CancellationReason.OutOfStock };

        var first = await cancellation.CancelOrderAsync(request);
        var again = await cancellation.CancelOrderAsync(request);

        Assert.True(first.IsSuccess && again.IsSuccess);
        Assert.Equal(first.Value, await cancellation.GetCancellationAsync(first.Value));
        Assert.Equal(MarketplaceOrderState.Cancelled, (await Client.FindOrderAsync(Order))!.State);
    }

    [Fact]
    public async Task A_shipped_order_cannot_be_cancelled()
    {
        await ShipAsync();

        var outcome = await ((IOrderCancellation)Client).CancelOrderAsync(new CancelOrderRequest { OrderId = Order, Reason = CancellationReason.OutOfStock });

        Assert.Equal((RefusalCode.InvalidTransition, "ORDER_INVALID_STATE"), (outcome.Refusal!.Code, outcome.Refusal.VendorCode));
    }

    [Fact]
    public async Task Pieces_of_a_line_are_cancelled_with_their_share_of_money_and_tax()
    {
        await AcceptAsync();

        var outcome = await ((IOrderCancellation)Client).CancelOrderAsync(new CancelOrderRequest
        {
            OrderId = Order,
            Reason = CancellationReason.OutOfStock,
            VendorReason = "34",
            Lines = [new LineAmount { LineId = new("Order_00001-A-1"), Quantity = 1 }],
        });

        Assert.True(Assert.Single(outcome.Value.Lines).IsSuccess);
        Assert.Single(outcome.Value.VendorIds);
        var line = (await Client.FindOrderAsync(Order))!.Lines[0];
        Assert.Equal((3, 1, Money.Eur(59.80m)), (line.Quantity, line.CancelledQuantity, line.GoodsPrice));
    }

    [Fact]
    public async Task A_refund_is_pending_until_the_operator_has_paid()
    {
        await ShipAsync();
        var refunds = (IOrderRefunds)Client;

        var outcome = await refunds.RefundOrderAsync(Refund(new LineAmount { LineId = new("Order_00001-A-1"), Goods = Money.Eur(15.50m), Shipping = Money.Eur(2m) }));
        var waiting = await refunds.GetRefundAsync(outcome.Value);
        Mirakl.FinishEverything();
        var paid = await refunds.GetRefundAsync(waiting);

        Assert.True(waiting.IsPending);
        Assert.Equal(MarketplaceRequestState.Done, paid.State);
        Assert.Equal(17.50m, Mirakl.Refunded[Order.Value]);
        Assert.Equal(Money.Eur(17.50m), (await Client.FindOrderAsync(Order))!.Lines[0].Refunded);
    }

    [Fact]
    public async Task What_cannot_be_paid_back_is_refused_before_it_is_sent()
    {
        await ShipAsync();
        var refunds = (IOrderRefunds)Client;
        var line = new LineAmount { LineId = new("Order_00001-A-1"), Quantity = 1 };

        Assert.Equal("VendorReason", (await refunds.RefundOrderAsync(Refund(line) with { VendorReason = null })).Refusal?.Field);
        Assert.Equal(RefusalCode.AmountExceeded, (await refunds.RefundOrderAsync(Refund(line with { Quantity = 4 }))).Refusal?.Code);
        Assert.Equal(RefusalCode.AmountExceeded, (await refunds.RefundOrderAsync(Refund(line with { Goods = Money.Eur(100m) }))).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await refunds.RefundOrderAsync(Refund(line with { LineId = new("another") }))).Refusal?.Code);
        Assert.Equal(RefusalCode.Validation, (await refunds.RefundOrderAsync(Refund(line with { Goods = new Money(1m, Currency.Usd) }))).Refusal?.Code);
        Assert.Equal(RefusalCode.NotSupported, (await refunds.RefundOrderAsync(Refund() with { Amount = Money.Eur(1m) })).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await refunds.RefundOrderAsync(Refund(line) with { OrderId = new("unknown") })).Refusal?.Code);
        Assert.Empty(Mirakl.Refunded);
    }

    [Fact]
    public async Task A_return_is_accepted_received_judged_and_closed_and_a_step_out_of_turn_is_refused_alone()
    {
        await ShipAsync();
        var (first, second) = (new MarketplaceReturnId(Mirakl.BuyerReturns(Order.Value)), new MarketplaceReturnId(Mirakl.BuyerReturns(Order.Value)));
        var returns = (IReturnsClient)Client;

        var decided = await returns.DecideReturnsAsync(
        [
            new ReturnDecision { ReturnId = first, Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = second, Verdict = ReturnVerdict.Close },
        ]);
        Assert.Equal([true, false], decided.Select(item => item.IsSuccess));

        var item = (await AllAsync(returns.ListReturns(new ReturnQuery { OrderId = Order, IncludeRaw = true })))[0];
        Assert.Equal((MarketplaceReturnState.Accepted, Order, 2), (item.State, item.OrderId, item.Lines.Count));
        Assert.StartsWith("BACK-", item.TrackingNumber, StringComparison.Ordinal);
        Assert.Contains("return_lines", item.Raw, StringComparison.Ordinal);

        Assert.True((await DecideAsync(new ReturnDecision { ReturnId = first, Verdict = ReturnVerdict.ConfirmReceipt })).IsSuccess);
        Assert.True((await DecideAsync(new ReturnDecision { ReturnId = first, Verdict = ReturnVerdict.ReportCondition, Lines = [new ParcelLine { LineId = new("Order_00001-A-1"), Quantity = 3 }] })).IsSuccess);
        Assert.True((await DecideAsync(new ReturnDecision { ReturnId = first, Verdict = ReturnVerdict.Close })).IsSuccess);
        Assert.Equal("CLOSED", Mirakl.ReturnStates[first.Value]);
        Assert.True((await DecideAsync(new ReturnDecision { ReturnId = second, Verdict = ReturnVerdict.Refuse, VendorReason = "RETURN_REJECTION_NOT_ELIGIBLE" })).IsSuccess);
        Assert.Equal("REFUSED", Mirakl.ReturnStates[second.Value]);
    }

    [Fact]
    public async Task Returns_are_listed_page_by_page()
    {
        await ShipAsync();
        for (var i = 0; i < 25; i++)
        {
            Mirakl.BuyerReturns(Order.Value);
        }

        Assert.Equal(25, (await AllAsync(((IReturnsClient)Client).ListReturns(new ReturnQuery { PageSize = 10 }))).DistinctBy(item => item.Id).Count());
    }

    [Fact]
    public async Task A_file_goes_with_a_message_and_comes_back_as_it_was()
    {
        var thread = new ThreadId(Mirakl.BuyerWrites(Order.Value, "Where is it?"));
        var content = Encoding.UTF8.GetBytes("----commerce-sdk-4c1d7a2e9b in a file");
        var messaging = (IMessagingClient)Client;

        var sent = await messaging.SendMessageAsync(new SendMessageRequest
        {
            ThreadId = thread, Body = "See the picture.", Attachments = [new MessageAttachment("picture.png", "image/png", content)],
        });
        var attachment = Assert.Single((await messaging.FindThreadAsync(thread))!.Messages[1].AttachmentIds);
        var file = await ((IMessageAttachments)Client).GetAttachmentAsync(thread, attachment);

        Assert.True(sent.IsSuccess, sent.Refusal?.Message);
        Assert.Equal(("picture.png", "image/png"), (file!.FileName, file.MediaType));
        Assert.Equal(content, file.Content.ToArray());
        Assert.Null(await ((IMessageAttachments)Client).GetAttachmentAsync(thread, "unknown"));
    }

    [Fact]
    public async Task An_invoice_is_taken_and_a_paper_of_an_unknown_type_refused_although_the_answer_says_200()
    {
        var documents = (IOrderDocuments)Client;
        var invoice = new OrderDocument { OrderId = Order, Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "%PDF"u8.ToArray() };

        var taken = await documents.UploadDocumentAsync(invoice);
        var refused = await documents.UploadDocumentAsync(invoice with { VendorFields = new Dictionary<string, string> { ["type_code"] = "SECRET" } });
        var unnamed = await documents.UploadDocumentAsync(invoice with { Kind = OrderDocumentKind.CreditNote });
        var unknown = await documents.UploadDocumentAsync(invoice with { OrderId = new("unknown") });

        Assert.True(taken.IsSuccess, taken.Refusal?.Message);
        Assert.Equal(("DOCUMENT_TYPE_NOT_FOUND", "type_code"), (refused.Refusal?.VendorCode, refused.Refusal?.Field));
        Assert.Equal("Kind", unnamed.Refusal?.Field);
        Assert.Equal(RefusalCode.NotFound, unknown.Refusal?.Code);
    }

    [Fact]
    public async Task Whole_offers_are_imported_one_refused_and_ended()
    {
        var writer = (IOfferWriter)Client;
        var draft = new OfferDraft { Sku = new("CHAIR-1"), ProductId = "3400000000001", Price = Money.Eur(89m), Quantity = 4, Condition = "11" };

        var batch = await EndOfAsync(await writer.PutOffersAsync([draft, draft with { Sku = new("CHAIR-2"), ProductId = "1" }]));
        Assert.Equal([true, false], batch.Items.Select(item => item.IsSuccess));
        Assert.Equal((4, 89m), (Mirakl.Stock["CHAIR-1"], Mirakl.Prices["CHAIR-1"]));

        var ended = await EndOfAsync(await writer.EndOffersAsync([new OfferKey(new("CHAIR-1")), new OfferKey(new("NOT-THERE"))]));

        Assert.All(ended.Items, item => Assert.True(item.IsSuccess));
        Assert.DoesNotContain("CHAIR-1", Mirakl.Stock.Keys);
    }

    [Fact]
    public async Task An_incident_is_resolved_and_again_does_no_harm()
    {
        await ShipAsync();
        Mirakl.BuyerComplains(Order.Value);
        Assert.True((await Client.FindOrderAsync(Order))!.HasIncident);
        Assert.Contains(await Client.ListReasonsAsync(), reason => reason is { Code: "50", Type: "INCIDENT_CLOSE", IsForSeller: true });

        var resolved = await Client.ResolveIncidentAsync(Order, new("Order_00001-A-1"), "50");
        var again = await Client.ResolveIncidentAsync(Order, new("Order_00001-A-1"), "50");
        var unknown = await Client.ResolveIncidentAsync(Order, new("Order_00001-A-9"), "50");

        Assert.False(resolved.Value.HasIncident);
        Assert.True(again.IsSuccess);
        Assert.Equal(RefusalCode.ExternalRejected, unknown.Refusal?.Code);
    }

    private static RefundOrderRequest Refund(params LineAmount[] lines) =>
        new() { Key = new OperationKey("refund-1"), OrderId = Order, Reason = RefundReason.Returned, VendorReason = "15", Lines = lines };

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private async Task<ItemOutcome<MarketplaceReturnId>> DecideAsync(ReturnDecision decision) =>
        Assert.Single(await ((IReturnsClient)Client).DecideReturnsAsync([decision]));

    private async Task<OfferBatch> EndOfAsync(OfferBatch batch)
    {
        Assert.Equal(OfferBatchState.Running, (await Client.GetBatchAsync(batch)).State);
        Mirakl.FinishEverything();
        return await Client.GetBatchAsync(batch);
    }

    private async Task AcceptAsync()
    {
        var order = (await Client.FindOrderAsync(Order))!;
        var decided = await ((IOrderAcceptance)Client).DecideOrderAsync(new OrderDecision { OrderId = Order, AcceptedLines = [.. order.Lines.Select(line => line.Id)] });
        Assert.True(decided.IsSuccess, decided.Refusal?.Message);
        Mirakl.FinishEverything();
    }

    private async Task ShipAsync()
    {
        await AcceptAsync();
        var shipped = await Client.ShipOrderAsync(new ShipOrderRequest { OrderId = Order, Parcels = [new MarketplaceParcel { TrackingNumber = "T1", CarrierCode = "UPS" }] });
        Assert.True(shipped.IsSuccess, shipped.Refusal?.Message);
    }
}
