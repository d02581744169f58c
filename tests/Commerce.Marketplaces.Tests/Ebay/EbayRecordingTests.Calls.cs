using Commerce.Marketplaces.Ebay;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

public sealed partial class EbayRecordingTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Orders_are_read_page_by_page_to_their_total()
    {
        var orders = await ListAsync(2);

        Assert.Equal(["12-00001-00001", "12-00001-00002", "12-00001-00003"], orders.Select(order => order.Id.Value));
        Assert.Equal((Money.Eur(59.80m), Money.Eur(4.90m), Money.Eur(64.70m)), (orders[0].Amounts!.Goods, orders[0].Amounts!.Shipping, orders[0].Amounts!.Total));
        Assert.Equal((Money.Eur(25m), Money.Eur(25m)), (orders[2].Lines[0].GoodsPrice, (orders[2].Lines[0].UnitPrice!.Value * 3).Round()));
        Assert.Equal("DE", orders[0].ShipTo!.Address.Country.Value);
        Snapshot.Match(await SentAsync());
    }

    [Theory]
    [InlineData(3, CommerceErrorKind.Invalid, "30810")]
    [InlineData(4, CommerceErrorKind.Unavailable, "30500")]
    [InlineData(5, CommerceErrorKind.Protocol, null)]
    [InlineData(6, CommerceErrorKind.Unavailable, null)]
    [InlineData(8, CommerceErrorKind.Throttled, "2001")]
    public async Task A_list_of_orders_that_fails_is_told_by_its_kind(int pageSize, CommerceErrorKind kind, string? code)
    {
        var failure = await FailureAsync(() => ListAsync(pageSize));

        Assert.Equal((kind, code, "list-orders"), (failure.Kind, failure.VendorCode, failure.Operation));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_of_eBays_asks_for_less()
    {
        Assert.Empty(await ListAsync(7, since: March));

        Assert.Equal(2, (await AddressesAsync()).Length);
    }

    [Fact]
    public async Task A_parcel_is_told_with_the_carriers_code_and_a_plain_number()
    {
        var shipped = await ShipAsync("12-00010-00001");

        Assert.True(shipped.Value.Parcels.Single().IsSuccess);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_parcel_that_eBay_refuses_is_refused() =>
        Assert.Equal((RefusalCode.Validation, "32300"), Told((await ShipAsync("12-00010-00002")).Refusal));

    [Fact]
    public async Task A_parcel_that_is_known_is_not_told_again()
    {
        Assert.True((await ShipAsync("12-00010-00003")).Value.WasAlreadyShipped);

        Assert.Equal([$"GET {Orders}/12-00010-00003/shipping_fulfillment"], await AddressesAsync());
    }

    [Theory]
    [InlineData("12-00010-00004")]
    [InlineData("12-00010-00005")]
    [InlineData("12-00010-00006")]
    public async Task A_parcel_without_an_answer_is_told_once_and_its_outcome_is_unknown(string id)
    {
        var failure = await FailureAsync(() => ShipAsync(id, isStill: false));

        Assert.Equal((CommerceErrorKind.Unavailable, true, "ship-order"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Single(await AddressesAsync(), address => address.StartsWith("POST", StringComparison.Ordinal) && !address.Contains("token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_known_of_an_order_and_breaks_off_is_a_failure() =>
        Assert.Equal(CommerceErrorKind.Protocol, (await FailureAsync(() => ShipAsync("12-00010-00008"))).Kind);

    [Fact]
    public async Task An_unknown_order_is_refused_before_anything_is_told() =>
        Assert.Equal(RefusalCode.NotFound, (await ShipAsync("12-00010-00009")).Refusal?.Code);

    [Fact]
    public async Task A_refund_is_signed_over_the_bytes_that_are_sent()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var refund = await RefundAsync("12-00020-00001", options =>
            (options.SigningKeyJwe, options.SigningPrivateKey) = ("recorded.jwe", Convert.ToBase64String(rsa.ExportPkcs8PrivateKey())));

        var sent = (await ebay.RequestsAsync("/issue_refund")).Single();
        Assert.Equal(("5240000000", MarketplaceRequestState.Pending), (refund.Value.VendorIds.Single(), refund.Value.State));
        Assert.Equal(EbaySigner.Digest(sent.Body), sent.Header("Content-Digest"));
        Assert.StartsWith("sig1=(\"content-digest\" \"x-ebay-signature-key\" \"@method\" \"@path\" \"@authority\");created=", sent.Header("Signature-Input"), StringComparison.Ordinal);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_refund_of_too_much_is_refused() =>
        Assert.Equal((RefusalCode.AmountExceeded, "34915"), Told((await RefundAsync("12-00020-00002")).Refusal));

    [Theory]
    [InlineData("12-00020-00003", CommerceErrorKind.Unavailable)]
    [InlineData("12-00020-00004", CommerceErrorKind.Protocol)]
    [InlineData("12-00020-00005", CommerceErrorKind.Unavailable)]
    public async Task A_refund_without_a_good_answer_is_sent_once_and_its_outcome_is_unknown(string id, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => RefundAsync(id, isStill: false));

        Assert.Equal((kind, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, ebay.Sent("/issue_refund"));
    }

    [Fact]
    public async Task A_mixed_answer_gives_each_item_its_own_outcome()
    {
        var batch = await StockAsync("LAMP-1", "LAMP-2", "NONE");

        // What has no offer is still an item: eBay said nothing of it here.
        Assert.Equal([null, "NotFound", "ExternalUnavailable"], batch.Items.Select(item => item.Refusal?.Code.Value));
        Snapshot.Match((await ebay.RequestsAsync("/bulk_update_price_quantity")).Single().ToText());
    }

    [Theory]
    [InlineData("LAMP-3", CommerceErrorKind.Unavailable)]
    [InlineData("LAMP-4", CommerceErrorKind.Protocol)]
    public async Task A_bulk_call_that_fails_as_a_whole_is_a_failure(string sku, CommerceErrorKind kind) =>
        Assert.Equal(kind, (await FailureAsync(() => StockAsync(sku))).Kind);

    [Fact]
    public async Task A_cancellation_goes_by_the_scheme_of_the_post_order_api()
    {
        var cancelled = await CancelAsync("12-00030-00001");

        Assert.Equal(("5000000001", true), (cancelled.Value.VendorIds.Single(), cancelled.Value.IsPending));
        var sent = (await ebay.RequestsAsync("/post-order/v2/cancellation")).Single();
        Assert.Equal("IAF recorded-user-token", sent.Header("Authorization"));
        Snapshot.Match(sent.ToText());
    }

    [Fact]
    public async Task A_cancellation_that_comes_too_late_is_refused() =>
        Assert.Equal((RefusalCode.ExternalRejected, "2001002"), Told((await CancelAsync("12-00030-00002")).Refusal));

    [Fact]
    public async Task A_cancellation_that_fails_is_not_repeated()
    {
        Assert.True((await FailureAsync(() => CancelAsync("12-00030-00003", isStill: false))).IsOutcomeUnknown);

        Assert.Equal(1, ebay.Sent("/post-order/v2/cancellation"));
    }

    [Fact]
    public async Task A_rejection_has_a_body_even_when_it_says_nothing()
    {
        await ((ICancellationRequests)Client()).AnswerCancellationAsync(
            new CancellationAnswer { RequestId = new("5000000011"), OrderId = new("12-00030-00001"), IsAccepted = false });

        Assert.Equal("{}", System.Text.Encoding.UTF8.GetString((await ebay.RequestsAsync("/reject")).Single().Body));
    }

    [Fact]
    public async Task Returns_are_decided_with_an_outcome_for_each()
    {
        var outcomes = await ((IReturnsClient)Client()).DecideReturnsAsync(
        [
            new ReturnDecision { ReturnId = new("5000012345"), Verdict = ReturnVerdict.OfferPartialRefund, Amount = Money.Eur(10m), Note = "Keep it" },
            new ReturnDecision { ReturnId = new("5000012346"), Verdict = ReturnVerdict.Refuse },
        ]);

        Assert.Equal([null, "ExternalRejected"], outcomes.Select(outcome => outcome.Refusal?.Code.Value));
        Snapshot.Match((await ebay.RequestsAsync("/5000012345/decide")).Single().ToText());
    }

    [Fact]
    public async Task The_refund_of_a_return_names_goods_and_shipping_whose_sum_is_the_total()
    {
        var refund = await ((IOrderRefunds)Client()).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("k"), OrderId = new("o"), Reason = RefundReason.Returned, ReturnId = new("5000012345"),
            Lines = [new LineAmount { LineId = new("1001"), Goods = Money.Eur(70.33m), Shipping = Money.Eur(4.95m) }],
        });

        Assert.Equal(MarketplaceRequestState.Done, refund.Value.State);
        Snapshot.Match((await ebay.RequestsAsync("/5000012345/issue_refund")).Single().ToText());
    }

    [Fact]
    public async Task A_message_is_sent_into_its_conversation()
    {
        Assert.Equal("2900000001-2", (await SendAsync("2900000001")).Value.MessageId);

        Snapshot.Match((await ebay.RequestsAsync("/send_message")).Single().ToText());
    }

    [Fact]
    public async Task A_message_that_eBay_refuses_is_refused() =>
        Assert.Equal((RefusalCode.ExternalRejected, "355022"), Told((await SendAsync("2900000002")).Refusal));

    [Theory]
    [InlineData("2900000003", CommerceErrorKind.Unavailable)]
    [InlineData("2900000004", CommerceErrorKind.Protocol)]
    public async Task A_message_without_a_good_answer_is_sent_once(string thread, CommerceErrorKind kind)
    {
        Assert.Equal(kind, (await FailureAsync(() => SendAsync(thread, isStill: false))).Kind);

        Assert.Equal(1, ebay.Sent("/send_message"));
    }

    private static (RefusalCode Code, string? VendorCode) Told(Refusal? refusal) => (refusal!.Code, refusal.VendorCode);

    private async Task<List<MarketplaceOrder>> ListAsync(int pageSize, DateTimeOffset? since = null)
    {
        var orders = new List<MarketplaceOrder>();
        await foreach (var order in Client().ListOrders(new OrderQuery { PageSize = pageSize, ChangedSince = since }))
        {
            orders.Add(order);
        }

        return orders;
    }

    private Task<Outcome<OrderShipped>> ShipAsync(string id, bool isStill = true) => Client(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(isStill ? 15000 : 1000), isStill).ShipOrderAsync(
        new ShipOrderRequest { OrderId = new(id), ShippedAt = March, Parcels = [new MarketplaceParcel { TrackingNumber = "0123 5015-953135", CarrierCode = "dpd" }] });

    private Task<Outcome<OrderRefunded>> RefundAsync(string id, Action<EbayMarketplaceOptions>? configure = null, bool isStill = true) =>
        ((IOrderRefunds)Client(configure, isStill)).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("k"), OrderId = new(id), Reason = RefundReason.Returned, Note = "Partial refund",
            Lines = [new LineAmount { LineId = new("1001"), Goods = Money.Eur(29.9m) }],
        });

    private Task<OfferBatch> StockAsync(params string[] skus) =>
        Client().UpdateStockAsync([.. skus.Select((sku, index) => new StockChange { Sku = new(sku), Quantity = 12 + index })]);

    private Task<Outcome<OrderCancelled>> CancelAsync(string id, bool isStill = true) => ((IOrderCancellation)Client(isStill: isStill)).CancelOrderAsync(
        new CancelOrderRequest { OrderId = new(id), Reason = CancellationReason.OutOfStock });

    private Task<Outcome<SentMessage>> SendAsync(string thread, bool isStill = true) => ((IMessageSender)Client(isStill: isStill)).SendMessageAsync(
        new SendMessageRequest { ThreadId = new(thread), Body = "It leaves today." });
}
