using Commerce.Marketplaces;
using Commerce.Marketplaces.Ebay;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Ebay;

/// <summary>Every request of the eBay client against eBay's own contracts. Those of Post-Order name paths and methods only.</summary>
public sealed partial class EbayContractTests(EbayMock ebay) : IClassFixture<EbayMock>
{
    private const string Orders = "/sell/fulfillment/v1/order";
    private const string Order = Orders + "/12-10000-00001";
    private const string Inventory = "/sell/inventory/v1/";
    private const string Messages = "/commerce/message/v1/";
    private const string Pushes = "/commerce/notification/v1/";

    private const string OrderAnswer =
        """
        {"orderId":"12-10000-00001","creationDate":"2026-03-01T09:00:00.000Z","lastModifiedDate":"2026-03-01T09:00:00.000Z","orderFulfillmentStatus":"NOT_STARTED",
        "orderPaymentStatus":"PAID","buyer":{"username":"buyer_1"},"pricingSummary":{"total":{"value":"10.0","currency":"EUR"}},"cancelStatus":{"cancelState":"NONE_REQUESTED"},
        "paymentSummary":{"payments":[{"paymentDate":"2026-03-01T09:00:00.000Z"}]},
        "lineItems":[{"lineItemId":"1","legacyItemId":"4","quantity":1,"lineItemCost":{"value":"10.0","currency":"EUR"}}]}
        """;

    private const string OfferAnswer = """{"total":1,"offers":[{"offerId":"30","sku":"S1","marketplaceId":"EBAY_DE","status":"PUBLISHED","format":"FIXED_PRICE"}]}""";

    private static DateTimeOffset March(int day) => new(2026, 3, day, 0, 0, 0, TimeSpan.Zero);

    [VendorSpecFact]
    public Task Orders_by_change_keep_the_contract() => CheckAsync(
        client => DrainAsync(client.ListOrders(new OrderQuery { ChangedSince = March(1), ChangedUntil = March(2), States = [MarketplaceOrderState.ReadyToShip] })), [], "GET " + Orders);

    [VendorSpecFact]
    public Task An_order_keeps_the_contract() => CheckAsync(client => client.FindOrderAsync(new("12-10000-00001")), [], "GET " + Order);

    [VendorSpecFact]
    public Task Shipping_keeps_the_contract() => CheckAsync(
        client => client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("12-10000-00001"), ShippedAt = March(1), Parcels = [new MarketplaceParcel { TrackingNumber = "P1", CarrierCode = "dpd" }],
        }),
        [($"GET {Order}/shipping_fulfillment", """{"fulfillments":[]}"""), ("GET " + Order, OrderAnswer)],
        $"GET {Order}/shipping_fulfillment",
        "GET " + Order,
        $"POST {Order}/shipping_fulfillment");

    [VendorSpecFact]
    public Task Refunds_of_an_order_keep_the_contract() => CheckAsync(
        client => RefundAsync(client, new RefundOrderRequest
        {
            Key = new OperationKey("k"), OrderId = new("12-10000-00001"), Reason = RefundReason.Goodwill, Amount = Money.Eur(5m), Note = "Sorry",
        }),
        [],
        $"POST {Order}/issue_refund");

    [VendorSpecFact]
    public Task Refunds_of_lines_keep_the_contract() => CheckAsync(
        client => RefundAsync(client, new RefundOrderRequest
        {
            Key = new OperationKey("k"), OrderId = new("12-10000-00001"), Reason = RefundReason.Returned, Lines = [new LineAmount { LineId = new("1"), Goods = Money.Eur(5m) }],
        }),
        [],
        $"POST {Order}/issue_refund");

    [VendorSpecFact]
    public Task A_sellers_cancellation_keeps_the_contract() => CheckAsync(
        client => ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new("12-10000-00001"), Reason = CancellationReason.OutOfStock }),
        [("GET " + Order, OrderAnswer)],
        "GET " + Order,
        "POST /post-order/v2/cancellation");

    [VendorSpecFact]
    public Task The_check_of_a_cancellation_keeps_the_contract() => CheckAsync(
        client => client.CheckCancellationAsync(new("12-10000-00001")), [], "POST /post-order/v2/cancellation/check_eligibility");

    [VendorSpecFact]
    public Task An_approval_of_a_buyers_request_keeps_the_contract() => AnswerAsync(isAccepted: true, "approve");

    [VendorSpecFact]
    public Task A_rejection_of_a_buyers_request_keeps_the_contract() => AnswerAsync(isAccepted: false, "reject");

    [VendorSpecFact]
    public Task Buyers_requests_keep_the_contract() => CheckAsync(
        client => DrainAsync(((ICancellationRequests)client).ListCancellationRequests(new CancellationRequestQuery { RequestedSince = March(1) })),
        [],
        "GET /post-order/v2/cancellation/search");

    [VendorSpecFact]
    public Task Returns_keep_the_contract() => CheckAsync(
        client => DrainAsync(((IReturnsClient)client).ListReturns(new ReturnQuery { ChangedSince = March(1) })), [], "GET /post-order/v2/return/search");

    [VendorSpecFact]
    public Task Decisions_on_returns_keep_the_contract() => CheckAsync(
        client => ((IReturnsClient)client).DecideReturnsAsync(
        [
            new ReturnDecision { ReturnId = new("5"), Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = new("5"), Verdict = ReturnVerdict.ConfirmReceipt },
        ]),
        [],
        "POST /post-order/v2/return/5/decide",
        "POST /post-order/v2/return/5/mark_as_received");

    [VendorSpecFact]
    public Task The_refund_of_a_return_keeps_the_contract() => CheckAsync(
        client => RefundAsync(client, new RefundOrderRequest
        {
            Key = new OperationKey("k"), OrderId = new("o"), Reason = RefundReason.Returned, ReturnId = new("5"), Amount = Money.Eur(5m),
        }),
        [],
        "POST /post-order/v2/return/5/issue_refund");

    [VendorSpecFact]
    public Task Inquiries_and_cases_keep_the_contract() => CheckAsync(
        async client =>
        {
            await ExpectAsync(() => DrainAsync(client.ListInquiries(new EbayResolutionQuery())));
            await ExpectAsync(() => DrainAsync(client.ListCases(new EbayResolutionQuery())));
            foreach (var kind in Enum.GetValues<EbayResolutionKind>())
            {
                var entry = new EbayResolutionCase { Id = "7", Kind = kind, VendorState = "OPEN", CreatedAt = March(1) };
                await client.ProvideShipmentAsync(entry, "DPD", "P1");
                await client.RefundResolutionAsync(entry, "Sorry");
                await client.WriteToInquiryAsync(entry, "It is on its way.");
            }
        },
        [],
        "GET /post-order/v2/inquiry/search",
        "GET /post-order/v2/casemanagement/search",
        "POST /post-order/v2/inquiry/7/provide_shipment_info",
        "POST /post-order/v2/inquiry/7/issue_refund",
        "POST /post-order/v2/inquiry/7/send_message",
        "POST /post-order/v2/casemanagement/7/provide_shipment_info",
        "POST /post-order/v2/casemanagement/7/issue_refund");

    [VendorSpecFact]
    public Task Payment_disputes_keep_the_contract() => CheckAsync(
        async client =>
        {
            await ExpectAsync(() => DrainAsync(client.ListPaymentDisputes(new EbayPaymentDisputeQuery { OpenedSince = March(1), VendorState = "OPEN" })));
            await client.AnswerPaymentDisputeAsync("83", isAccepted: true);
            await client.AnswerPaymentDisputeAsync("83", isAccepted: false, "Delivered");
        },
        [("GET /sell/fulfillment/v1/payment_dispute/83", """{"paymentDisputeId":"83","orderId":"o","openDate":"2026-03-01T09:00:00.000Z","revision":2}""")],
        "GET /sell/fulfillment/v1/payment_dispute_summary",
        "GET /sell/fulfillment/v1/payment_dispute/83",
        "POST /sell/fulfillment/v1/payment_dispute/83/accept",
        "POST /sell/fulfillment/v1/payment_dispute/83/contest");

    private Task AnswerAsync(bool isAccepted, string action) => CheckAsync(
        client => ((ICancellationRequests)client).AnswerCancellationAsync(new CancellationAnswer { RequestId = new("5"), OrderId = new("o"), IsAccepted = isAccepted }),
        [("GET /post-order/v2/cancellation/search", """{"cancellations":[{"cancelId":"5","legacyOrderId":"o","cancelStatus":"CANCEL_REQUESTED","cancelRequestDate":{"value":"2026-03-01T09:00:00.000Z"}}]}""")],
        "GET /post-order/v2/cancellation/search",
        $"POST /post-order/v2/cancellation/5/{action}");

    private static Task<Outcome<OrderRefunded>> RefundAsync(IMarketplaceClient client, RefundOrderRequest request) => ((IOrderRefunds)client).RefundOrderAsync(request);

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.NotNull(item);
            return;
        }
    }

    /// <summary>The mock makes up values within the contract, not values that make sense together: an answer may be refused as malformed.</summary>
    private static async Task ExpectAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (CommerceException exception)
        {
            Assert.Equal(CommerceErrorKind.Protocol, exception.Kind);
        }
    }

    private Task CheckAsync(Func<IEbayMarketplaceClient, Task> call, (string Call, string Answer)[] answers, params string[] calls) =>
        CheckAsync(call, static _ => { }, answers, calls);

    private async Task CheckAsync(
        Func<IEbayMarketplaceClient, Task> call, Action<EbayMarketplaceOptions> configure, (string Call, string Answer)[] answers, params string[] calls)
    {
        var address = await ebay.AddressAsync();
        using var edge = new EbayEdge();
        using var contract = new ContractEdge(token: """{"access_token":"invented","expires_in":7200}""");
        foreach (var (made, answer) in answers)
        {
            edge.Answers[made] = answer;
        }

        var services = new ServiceCollection();
        services.AddEbayMarketplace(options =>
        {
            (options.BaseAddress, options.ClientId, options.ClientSecret, options.RefreshToken) = (address, "id", "invented-secret", "invented-token");
            (options.MarketplaceId, options.SellerUsername, options.MaxRetries) = ("EBAY_DE", "seller_1", 0);
            (options.NotificationEndpoint, options.VerificationToken) = ("https://shop.example.com/ebay", "verification-token-of-32-characters-or-more");
            (options.MerchantLocationKey, options.FulfillmentPolicyId, options.PaymentPolicyId, options.ReturnPolicyId) = ("main", "1", "2", "3");
            configure(options);
        }).AddHttpMessageHandler(() => edge).AddHttpMessageHandler(() => contract);
        await using var provider = services.BuildServiceProvider();

        await ExpectAsync(() => call(provider.GetRequiredKeyedService<IEbayMarketplaceClient>("ebay")));

        Assert.True(contract.Violations.Count == 0, string.Join("\n", contract.Violations));
        Assert.Equal(calls, edge.Calls.Distinct());
    }
}
