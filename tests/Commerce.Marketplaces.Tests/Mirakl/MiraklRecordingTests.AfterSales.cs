using Commerce.Marketplaces.Mirakl;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    private static readonly MarketplaceOrderId AfterSales = new("Order_00090-A");

    [Fact]
    public async Task Pieces_are_cancelled_with_their_share_of_the_taxes()
    {
        var outcome = await CancelLinesAsync("DONE");

        Assert.Equal(["1116", "1117"], outcome.Value.VendorIds);
        Assert.All(outcome.Value.Lines, line => Assert.True(line.IsSuccess));
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_refund_says_money_taxes_and_reason()
    {
        var outcome = await RefundAsync("DONE");

        Assert.Equal(["1131", "1132"], outcome.Value.VendorIds);
        Assert.True(outcome.Value.IsPending);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_line_without_an_outcome_is_not_taken_for_done()
    {
        Assert.Equal([false, true], (await CancelLinesAsync("PARTIAL")).Value.Lines.Select(line => line.IsSuccess));
        Assert.Equal([false, true], (await RefundAsync("PARTIAL")).Value.Lines.Select(line => line.IsSuccess));
    }

    [Fact]
    public async Task A_whole_order_is_cancelled_without_a_body()
    {
        Assert.True((await CancelAsync("Order_00091-A")).IsSuccess);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task An_order_that_is_past_cancelling_is_refused() =>
        Assert.Equal(RefusalCode.InvalidTransition, (await CancelAsync("Order_00092-A")).Refusal?.Code);

    [Theory]
    [InlineData("Order_00093-A")]
    [InlineData("Order_00094-A")]
    public async Task A_cancellation_that_is_not_answered_is_sent_twice(string id)
    {
        Assert.True((await FailureAsync(() => CancelAsync(id))).IsOutcomeUnknown);
        Assert.Equal(2, mirakl.Sent());
    }

    [Fact]
    public async Task A_refusal_is_told_with_the_operators_words()
    {
        Refusal?[] refusals =
        [
            (await CancelLinesAsync("REFUSED")).Refusal,
            (await RefundAsync("REFUSED")).Refusal,
            (await UploadAsync("REFUSED.pdf")).Refusal,
            (await DecideAsync("REFUSED"))[0].Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(
            (RefusalCode.ExternalRejected, "VALIDATION_ERROR", "mirakl refused: The reason is unknown"), (refusal!.Code, refusal.VendorCode, refusal.Message)));
    }

    [Theory]
    [InlineData("UNAVAILABLE", CommerceErrorKind.Unavailable)]
    [InlineData("RESET", CommerceErrorKind.Unavailable)]
    [InlineData("CUT", CommerceErrorKind.Protocol)]
    public async Task Money_and_papers_without_a_good_answer_are_not_sent_again(string marker, CommerceErrorKind kind)
    {
        Func<Task>[] calls = [() => CancelLinesAsync(marker), () => RefundAsync(marker), () => UploadAsync(marker + ".pdf")];
        foreach (var call in calls)
        {
            await mirakl.ResetAsync();

            Assert.Equal((kind, true), await FailureAsync(call) is { } failure ? (failure.Kind, failure.IsOutcomeUnknown) : default);
            Assert.Single(await AddressesAsync(), address => !address.StartsWith("GET ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("UNAVAILABLE", CommerceErrorKind.Unavailable, 2)]
    [InlineData("RESET", CommerceErrorKind.Unavailable, 2)]
    [InlineData("CUT", CommerceErrorKind.Protocol, 1)]
    public async Task Decisions_of_returns_and_imports_of_offers_may_be_sent_again(string marker, CommerceErrorKind kind, int sent)
    {
        Func<Task>[] calls = [() => DecideAsync(marker), () => PutAsync(marker)];
        foreach (var call in calls)
        {
            await mirakl.ResetAsync();

            Assert.Equal(kind, (await FailureAsync(call)).Kind);
            Assert.Equal(sent, (await AddressesAsync()).Length);
        }
    }

    [Fact]
    public async Task Returns_are_listed_over_pages_in_common_words()
    {
        var returns = await AllAsync(Returns(1, includeRaw: true));

        Assert.Equal(
            ["awaiting_decision", "accepted", "received", "refused", "cancelled", "closed", "closed", "unknown"], returns.Select(item => item.State.Value));
        Assert.Equal("SOMETHING_NEW", returns[^1].VendorState);
        Assert.Equal(("Order_00090-A", "RETURN_CHANGED_MIND", "BACK0"), (returns[0].OrderId.Value, returns[0].VendorReason, returns[0].TrackingNumber));
        Assert.Contains("RMA-0", returns[0].Raw, StringComparison.Ordinal);
        Assert.Equal(
            ["GET /api/returns?return_last_updated_from=2026-03-01T00%3A00%3A00Z&limit=50", "GET /api/returns?page_token=bmV4dA%3D%3D"], await AddressesAsync());
    }

    [Theory]
    [InlineData(2, CommerceErrorKind.Unavailable)]
    [InlineData(3, CommerceErrorKind.Protocol)]
    [InlineData(4, CommerceErrorKind.Protocol)]
    public async Task Returns_that_cannot_be_read_are_a_failure(int day, CommerceErrorKind kind) =>
        Assert.Equal(kind, (await FailureAsync(() => AllAsync(Returns(day)))).Kind);

    [Fact]
    public async Task Each_return_has_its_own_outcome()
    {
        Assert.All(await DecideAsync("DONE"), item => Assert.True(item.IsSuccess));
        Snapshot.Match(await SentAsync());

        var partial = await DecideAsync("PARTIAL");
        Assert.Equal(["mirakl refused: Return is in invalid state", null], partial.Select(item => item.Refusal?.Message));
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => DecideAsync("SILENT"))).Kind);
    }

    [Fact]
    public async Task A_decision_that_Mirakl_has_no_word_for_does_not_hold_up_the_others()
    {
        var outcomes = await ((IReturnsClient)Client()).DecideReturnsAsync(
        [
            new ReturnDecision { ReturnId = new("DONE-1"), Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = new("DONE-2"), Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = new("x"), Verdict = ReturnVerdict.OfferPartialRefund, Amount = Euro(1m) },
            new ReturnDecision { ReturnId = new("y"), Verdict = ReturnVerdict.Refuse },
            new ReturnDecision { ReturnId = new("z"), Verdict = ReturnVerdict.ReportCondition },
            new ReturnDecision { ReturnId = new("v"), Verdict = ReturnVerdict.Accept, VendorFields = Fields },
        ]);

        Assert.Equal([null, null, "Verdict", "VendorReason", "Lines", "VendorFields"], outcomes.Select(item => item.Refusal?.Field));
        Assert.Single(await AddressesAsync());
    }

    [Fact]
    public async Task An_invoice_is_uploaded_with_its_type_and_refused_within_a_good_answer()
    {
        Assert.True((await UploadAsync("DONE.pdf")).IsSuccess);
        Snapshot.Match(await SentAsync());

        var refused = (await UploadAsync("PARTIAL.exe")).Refusal;
        Assert.Equal(("FILE_TYPE", "file_name"), (refused?.VendorCode, refused?.Field));
    }

    [Fact]
    public async Task Whole_offers_are_imported_and_the_report_names_the_refused_one()
    {
        var batch = await PutAsync("DONE");
        Snapshot.Match(await SentAsync());

        batch = await Client().GetBatchAsync(batch);

        Assert.Equal([null, "mirakl refused: The product does not exist"], batch.Items.Select(item => item.Refusal?.Message));
    }

    [Fact]
    public async Task Offers_that_are_refused_as_a_whole_are_a_failure() =>
        Assert.Equal(CommerceErrorKind.Invalid, (await FailureAsync(() => PutAsync("REFUSED"))).Kind);

    [Theory]
    [InlineData("2045", CommerceErrorKind.Unavailable)]
    [InlineData("2046", CommerceErrorKind.Protocol)]
    public async Task The_state_of_an_import_of_offers_that_cannot_be_read_is_a_failure(string id, CommerceErrorKind kind)
    {
        var batch = new OfferBatch { Id = new(id), Kind = OfferBatchKind.Offer, State = OfferBatchState.Running, Keys = [new(new("A"))] };

        Assert.Equal(kind, (await FailureAsync(() => Client().GetBatchAsync(batch))).Kind);
    }

    [Fact]
    public async Task A_preview_shows_the_bytes_and_sends_nothing()
    {
        var preview = (IOfferPreview)Client();

        var prices = await preview.PreviewPricesAsync([new PriceChange { Sku = new("LAMP-1"), Price = Euro(29.9m), OriginalPrice = Euro(39.9m), ValidFrom = March(1), ValidUntil = March(31) }]);
        var offers = await preview.PreviewOffersAsync([Draft("LAMP-1") with { VendorFields = Fields }, Draft("LAMP-1") with { Channel = "FR", Price = Euro(27m) }]);

        Snapshot.Match(string.Join("\n", prices.Requests.Concat(offers.Requests)));
        Assert.Empty(await AddressesAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => preview.PreviewOffersAsync([Draft("LAMP-1") with { Channel = "FR" }]));
    }

    [Fact]
    public async Task Reasons_are_listed_for_the_shop()
    {
        var reasons = await ReasonsAsync(2000);

        Assert.Equal([new MiraklReason("15", "Out of stock", "REFUND", true), new MiraklReason("34", "Cancelled by the client prior to shipping", "CANCELATION", false)], reasons);
    }

    [Theory]
    [InlineData(2001, CommerceErrorKind.Unavailable)]
    [InlineData(2002, CommerceErrorKind.Protocol)]
    [InlineData(2003, CommerceErrorKind.Forbidden)]
    public async Task Reasons_that_cannot_be_read_are_a_failure(int shop, CommerceErrorKind kind) =>
        Assert.Equal(kind, (await FailureAsync(() => ReasonsAsync(shop))).Kind);

    [Fact]
    public async Task A_file_of_a_message_is_fetched_with_its_name()
    {
        var attachments = (IMessageAttachments)Client();

        var file = await attachments.GetAttachmentAsync(new("t"), "file-1");

        Assert.Equal(("picture.png", "image/png", 8), (file!.FileName, file.MediaType, file.Content.Length));
        Assert.Null(await attachments.GetAttachmentAsync(new("t"), "file-2"));
        Assert.Equal(CommerceErrorKind.Unavailable, (await FailureAsync(() => attachments.GetAttachmentAsync(new("t"), "file-3"))).Kind);
        Assert.Equal(CommerceErrorKind.Unavailable, (await FailureAsync(() => attachments.GetAttachmentAsync(new("t"), "file-4"))).Kind);
    }

    private static LineAmount[] Lines() =>
        [new LineAmount { LineId = new("Order_00090-A-1"), Quantity = 1 }, new LineAmount { LineId = new("Order_00090-A-2"), Quantity = 1 }];

    private static OfferDraft Draft(string sku) => new() { Sku = new(sku), ProductId = "3400000000001", Price = Euro(29.9m), Quantity = 4, Condition = "11", LeadTimeDays = 2 };

    private Paged<MarketplaceReturn> Returns(int day, bool includeRaw = false) =>
        ((IReturnsClient)Client()).ListReturns(new ReturnQuery { ChangedSince = March(day), IncludeRaw = includeRaw });

    private Task<Outcome<OrderCancelled>> CancelAsync(string id) =>
        ((IOrderCancellation)Client()).CancelOrderAsync(new CancelOrderRequest { OrderId = new(id), Reason = CancellationReason.OutOfStock });

    private Task<Outcome<OrderCancelled>> CancelLinesAsync(string marker) => ((IOrderCancellation)Client()).CancelOrderAsync(
        new CancelOrderRequest { OrderId = AfterSales, Reason = CancellationReason.OutOfStock, VendorReason = marker, Lines = Lines() });

    private Task<Outcome<OrderRefunded>> RefundAsync(string marker) => ((IOrderRefunds)Client()).RefundOrderAsync(
        new RefundOrderRequest { Key = new("refund-1"), OrderId = AfterSales, Reason = RefundReason.Returned, VendorReason = marker, Lines = Lines() });

    private Task<IReadOnlyList<ItemOutcome<MarketplaceReturnId>>> DecideAsync(string marker) => ((IReturnsClient)Client()).DecideReturnsAsync(
    [
        new ReturnDecision { ReturnId = new(marker + "-1"), Verdict = ReturnVerdict.Accept },
        new ReturnDecision { ReturnId = new(marker + "-2"), Verdict = ReturnVerdict.Refuse, VendorReason = "RETURN_REJECTION_NOT_ELIGIBLE" },
    ]);

    private Task<Outcome<UploadedDocument>> UploadAsync(string file) => ((IOrderDocuments)Client()).UploadDocumentAsync(
        new OrderDocument { OrderId = AfterSales, Kind = OrderDocumentKind.Invoice, FileName = file, Content = "%PDF"u8.ToArray() });

    private Task<OfferBatch> PutAsync(string marker) => ((IOfferWriter)Client()).PutOffersAsync([Draft(marker + "-1"), Draft(marker + "-2")]);

    private Task<IReadOnlyList<MiraklReason>> ReasonsAsync(int shop) =>
        ((IMiraklMarketplaceClient)Client(options => options.ShopId = shop)).ListReasonsAsync();
}
