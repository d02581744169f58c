using System.Text;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Mirakl;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Mirakl;

/// <summary>
/// Every request of the Mirakl client against Mirakl's own contract. The contract's examples of OR11, OF21, M10, M11 and ST11 break the contract
/// themselves (null where it allows none, required properties missing): the mock answers those with an error, after it has checked the request.
/// </summary>
public sealed class MiraklContractTests(MiraklMock mirakl) : IClassFixture<MiraklMock>
{
    internal const string File = "mirakl-mmp-seller.trimmed.openapi.json";

    private const string Order = "Order_00010-A";
    private const string Thread = "11aa22bb-0000-4000-8000-000000000001";
    private const string OneOrder = """
        {"orders":[{"order_id":"Order_00010-A","order_state":"SHIPPING","created_date":"2026-03-01T08:15:30Z","currency_iso_code":"EUR","order_tax_mode":"TAX_INCLUDED","price":59.8,"shipping_price":4.5,
        "order_lines":[{"order_line_id":"L-1","quantity":2,"price_unit":29.9,"price":59.8,"shipping_price":4.5,"taxes":[{"code":"VAT","amount":9.97}],"shipping_taxes":[{"code":"VAT","amount":0.75}]}]}],"total_count":1}
        """;

    private static readonly LineAmount OneLine = new() { LineId = new("L-1"), Quantity = 1, Shipping = Money.Eur(2m) };

    private const string Import = "22bb33cc-0000-4000-8000-000000000001";

    [VendorSpecFact]
    public Task Orders_keep_the_contract() => CheckAsync(
        client => FirstAsync(client.ListOrders(new OrderQuery
        {
            ChangedSince = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            ChangedUntil = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
        })),
        "GET /api/orders");

    [VendorSpecFact]
    public Task An_order_keeps_the_contract() => CheckAsync(client => client.FindOrderAsync(new(Order)), "GET /api/orders");

    [VendorSpecFact]
    public Task Acceptance_keeps_the_contract() => CheckAsync(
        client => ((IOrderAcceptance)client).DecideOrderAsync(
            new OrderDecision { OrderId = new(Order), AcceptedLines = [new("L-1")], RefusedLines = [new("L-2")] }),
        $"PUT /api/orders/{Order}/accept");

    [VendorSpecFact]
    public Task Tracking_and_shipping_keep_the_contract() => CheckAsync(
        client => ShipAsync(client, new MarketplaceParcel { TrackingNumber = "1Z900", CarrierCode = "UPS" }),
        $"PUT /api/orders/{Order}/tracking",
        $"PUT /api/orders/{Order}/ship");

    [VendorSpecFact]
    public Task Tracking_of_an_unregistered_carrier_keeps_the_contract() => CheckAsync(
        client => ShipAsync(client, new MarketplaceParcel { TrackingNumber = "1", CarrierName = "House", TrackingUrl = new Uri("https://track.example.com/1") }),
        $"PUT /api/orders/{Order}/tracking",
        $"PUT /api/orders/{Order}/ship");

    [VendorSpecFact]
    public Task Known_shipments_keep_the_contract() => CheckAsync(
        client => ShipAsync(client, Parcel("P1")), "GET /api/shipments");

    [VendorSpecFact]
    public Task Shipments_keep_the_contract() => CheckAsync(
        client => ShipAsync(client, Parcel("P1"), Parcel("P2")),
        edge => edge.Answers["GET /api/shipments"] = """{"data":[]}""",
        "GET /api/shipments",
        "POST /api/shipments");

    [VendorSpecFact]
    public Task Carriers_keep_the_contract() => CheckAsync(
        client => ((ICarrierDirectory)client).ListCarriersAsync(), "GET /api/shipping/carriers");

    [VendorSpecFact]
    public Task Stock_imports_keep_the_contract() => CheckAsync(
        client => client.UpdateStockAsync([new StockChange { Sku = new("S2000"), Quantity = 12 }]), "POST /api/offers/stock/imports");

    [VendorSpecFact]
    public Task Price_imports_keep_the_contract() => CheckAsync(
        client => client.UpdatePricesAsync([new PriceChange { Sku = new("S2000"), Price = new Money(20m, Currency.Parse("EUR")), Channel = "FR" }]),
        "POST /api/offers/pricing/imports");

    [VendorSpecFact]
    public Task The_state_of_a_stock_import_keeps_the_contract() => CheckAsync(
        client => client.GetBatchAsync(Batch(OfferBatchKind.Stock)),
        edge => edge.Answers[$"GET /api/offers/stock/imports/{Import}/error_report"] = "\"offer-sku\"\n",
        $"GET /api/offers/stock/imports/{Import}/status");

    [VendorSpecFact]
    public Task The_state_of_a_price_import_keeps_the_contract() => CheckAsync(
        client => client.GetBatchAsync(Batch(OfferBatchKind.Price)),
        edge => edge.Answers[$"GET /api/offers/pricing/imports/{Import}/error_report"] = "\"offer-sku\"\n",
        "GET /api/offers/pricing/imports");

    [VendorSpecFact]
    public Task The_errors_of_a_stock_import_keep_the_contract() => CheckAsync(
        client => client.GetBatchAsync(Batch(OfferBatchKind.Stock)),
        edge => edge.Answers[$"GET /api/offers/stock/imports/{Import}/status"] = """{"status":"COMPLETE","has_error_report":true}""",
        $"GET /api/offers/stock/imports/{Import}/status",
        $"GET /api/offers/stock/imports/{Import}/error_report");

    [VendorSpecFact]
    public Task The_errors_of_a_price_import_keep_the_contract() => CheckAsync(
        client => client.GetBatchAsync(Batch(OfferBatchKind.Price)),
        edge => edge.Answers["GET /api/offers/pricing/imports"] = """{"data":[{"status":"COMPLETE","has_error_report":true}]}""",
        "GET /api/offers/pricing/imports",
        $"GET /api/offers/pricing/imports/{Import}/error_report");

    [VendorSpecFact]
    public Task Offers_keep_the_contract() => CheckAsync(
        client => FirstAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("S2000")] })), "GET /api/offers");

    [VendorSpecFact]
    public Task Conversations_keep_the_contract() => CheckAsync(
        client => FirstAsync(((IMessagingClient)client).ListThreads(new ThreadQuery
        {
            OrderId = new(Order), ChangedSince = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), IncludeMessages = true,
        })),
        "GET /api/inbox/threads");

    [VendorSpecFact]
    public Task A_conversation_keeps_the_contract() => CheckAsync(
        client => ((IMessagingClient)client).FindThreadAsync(new(Thread)), $"GET /api/inbox/threads/{Thread}");

    [VendorSpecFact]
    public Task An_answer_to_the_buyer_keeps_the_contract() => AnswerAsync(MessageParty.Buyer);

    [VendorSpecFact]
    public Task An_answer_to_the_operator_keeps_the_contract() => AnswerAsync(MessageParty.Marketplace);

    [VendorSpecFact]
    public Task A_new_conversation_keeps_the_contract() => CheckAsync(
        client => ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { OrderId = new(Order), Subject = "Your lamp", Body = "It leaves today." }),
        $"POST /api/orders/{Order}/threads");

    [VendorSpecFact]
    public Task A_whole_cancellation_keeps_the_contract() => CheckAsync(
        client => ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new(Order), Reason = CancellationReason.OutOfStock }),
        $"PUT /api/orders/{Order}/cancel");

    [VendorSpecFact]
    public Task Cancelled_lines_keep_the_contract() => CheckAsync(
        client => ((IOrderCancellation)client).CancelOrderAsync(
            new CancelOrderRequest { OrderId = new(Order), Reason = CancellationReason.OutOfStock, VendorReason = "34", Lines = [OneLine] }),
        edge => edge.Answers["GET /api/orders"] = OneOrder,
        "GET /api/orders",
        "PUT /api/orders/cancel");

    [VendorSpecFact]
    public Task Refunds_keep_the_contract() => CheckAsync(
        client => ((IOrderRefunds)client).RefundOrderAsync(
            new RefundOrderRequest { Key = new("refund-1"), OrderId = new(Order), Reason = RefundReason.Returned, VendorReason = "15", Lines = [OneLine] }),
        edge => edge.Answers["GET /api/orders"] = OneOrder,
        "GET /api/orders",
        "PUT /api/orders/refund");

    [VendorSpecFact]
    public Task Reasons_keep_the_contract() => CheckAsync(client => ((IMiraklMarketplaceClient)client).ListReasonsAsync(), "GET /api/reasons");

    [VendorSpecFact]
    public Task A_resolved_incident_keeps_the_contract() => CheckAsync(
        client => ((IMiraklMarketplaceClient)client).ResolveIncidentAsync(new(Order), new("L-1"), "50"),
        edge => edge.Answers["GET /api/orders"] = OneOrder,
        $"PUT /api/orders/{Order}/lines/L-1/resolve_incident",
        "GET /api/orders");

    [VendorSpecFact]
    public Task Returns_keep_the_contract() => CheckAsync(
        client => FirstAsync(((IReturnsClient)client).ListReturns(new ReturnQuery { ChangedSince = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) })), "GET /api/returns");

    [VendorSpecFact]
    public Task Decisions_of_returns_keep_the_contract() => CheckAsync(
        client => ((IReturnsClient)client).DecideReturnsAsync(
        [
            new ReturnDecision { ReturnId = new(Thread), Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = new(Import), Verdict = ReturnVerdict.Refuse, VendorReason = "RETURN_REJECTION_NOT_ELIGIBLE" },
        ]),
        "PUT /api/returns/accept");

    [VendorSpecFact]
    public Task A_received_return_keeps_the_contract() => StepAsync(ReturnVerdict.ConfirmReceipt, "receive");

    [VendorSpecFact]
    public Task A_judged_return_keeps_the_contract() => StepAsync(ReturnVerdict.ReportCondition, "compliance");

    [VendorSpecFact]
    public Task A_closed_return_keeps_the_contract() => StepAsync(ReturnVerdict.Close, "close");

    [VendorSpecFact]
    public Task A_cancelled_return_keeps_the_contract() => StepAsync(ReturnVerdict.Cancel, "cancel");

    [VendorSpecFact]
    public Task A_file_of_a_message_keeps_the_contract() => CheckAsync(
        client => ((IMessageAttachments)client).GetAttachmentAsync(new(Thread), Import), $"GET /api/inbox/threads/{Import}/download");

    [VendorSpecFact]
    public Task Papers_keep_the_contract() => CheckAsync(
        client => ((IOrderDocuments)client).UploadDocumentAsync(
            new OrderDocument { OrderId = new(Order), Kind = OrderDocumentKind.Invoice, FileName = "invoice.pdf", Content = "%PDF"u8.ToArray() }),
        $"POST /api/orders/{Order}/documents");

    [VendorSpecFact]
    public Task Whole_offers_keep_the_contract() => CheckAsync(
        client => ((IOfferWriter)client).PutOffersAsync(
        [
            new OfferDraft { Sku = new("S2000"), ProductId = "3400000000001", Price = Money.Eur(50m), Quantity = 5, Condition = "11", LeadTimeDays = 5 },
            new OfferDraft { Sku = new("S2000"), ProductId = "3400000000001", Price = Money.Eur(48m), Quantity = 5, Condition = "11", Channel = "FR" },
        ]),
        "POST /api/offers");

    [VendorSpecFact]
    public Task Ended_offers_keep_the_contract() => CheckAsync(
        client => ((IOfferWriter)client).EndOffersAsync([new OfferKey(new("S2000"))]),
        edge => edge.Answers["GET /api/offers"] = """{"offers":[{"shop_sku":"S2000","product_sku":"MKP1","state_code":"11","price":49}],"total_count":1}""",
        "GET /api/offers",
        "POST /api/offers");

    [VendorSpecFact]
    public Task The_state_and_the_errors_of_an_import_of_offers_keep_the_contract() => CheckAsync(
        client => client.GetBatchAsync(Batch(OfferBatchKind.Offer) with { Id = new BatchId("2044") }),
        edge => edge.Answers["GET /api/offers/imports/2044"] = """{"status":"COMPLETE","has_error_report":true}""",
        "GET /api/offers/imports/2044",
        "GET /api/offers/imports/2044/error_report");

    /// <summary>The check is one: what is wrong does not pass, even where the contract's own example is wrong too.</summary>
    [VendorSpecFact]
    public async Task A_message_without_a_body_and_a_shop_that_is_no_number_break_the_contract()
    {
        var address = await mirakl.AddressAsync();
        using var edge = new ContractEdge { InnerHandler = new HttpClientHandler() };
        using var http = new HttpClient(edge) { BaseAddress = address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "invented-key");
        using var message = new StringContent("""{"to":[{"type":"CUSTOMER"}]}""", Encoding.UTF8, "application/json");

        await http.PostAsync(new Uri($"api/inbox/threads/{Thread}/message", UriKind.Relative), message);
        await http.GetAsync(new Uri("api/orders?shop_id=mine", UriKind.Relative));

        Assert.Equal(2, edge.Violations.Count);
        Assert.Contains("'body'", edge.Violations[0], StringComparison.Ordinal);
        Assert.Contains("shop_id", edge.Violations[1], StringComparison.Ordinal);
    }

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.NotNull(item);
            return;
        }
    }

    private static OfferBatch Batch(OfferBatchKind kind) =>
        new() { Id = new BatchId(Import), Kind = kind, State = OfferBatchState.Running, Keys = [new(new("S2000"))] };

    private static MarketplaceParcel Parcel(string number) => new()
    {
        TrackingNumber = number, CarrierCode = "UPS", Lines = [new ParcelLine { LineId = new("L-1"), Quantity = 1 }],
    };

    private static Task<Outcome<OrderShipped>> ShipAsync(IMarketplaceClient client, params MarketplaceParcel[] parcels) =>
        client.ShipOrderAsync(new ShipOrderRequest { OrderId = new(Order), Parcels = parcels });

    private Task StepAsync(ReturnVerdict verdict, string path) => CheckAsync(
        client => ((IReturnsClient)client).DecideReturnsAsync(
        [
            new ReturnDecision
            {
                ReturnId = new(Thread),
                Verdict = verdict,
                VendorReason = "RETURN_NON_COMPLIANT_MISSING_ITEM",
                Note = "One piece is missing.",
                Lines = [new ParcelLine { LineId = new("L-1"), Quantity = 1 }],
            },
        ]),
        $"PUT /api/returns/{path}");

    private Task AnswerAsync(MessageParty to) => CheckAsync(
        client => ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { ThreadId = new(Thread), Body = "It leaves today.", To = to }),

        // The contract's own example says null where the contract allows none, so the mock does not give it.
        edge => edge.Answers[$"GET /api/inbox/threads/{Thread}"] = """{"id":"t","authorized_participants":[{"type":"CUSTOMER","id":"c"},{"type":"OPERATOR"}]}""",
        $"GET /api/inbox/threads/{Thread}",
        $"POST /api/inbox/threads/{Thread}/message");

    private Task CheckAsync(Func<IMarketplaceClient, Task> call, params string[] calls) => CheckAsync(call, _ => { }, calls);

    private async Task CheckAsync(Func<IMarketplaceClient, Task> call, Action<MiraklEdge> prepare, params string[] calls)
    {
        var address = await mirakl.AddressAsync();
        using var edge = new MiraklEdge();
        using var contract = new ContractEdge();
        prepare(edge);
        var services = new ServiceCollection();
        services.AddMiraklMarketplace(options =>
        {
            (options.BaseAddress, options.ApiKey, options.ShopId) = (address, "invented-key", 2000);
            (options.MaxRetries, options.KeepCallFrequencies) = (0, false);
        }).AddHttpMessageHandler(() => edge).AddHttpMessageHandler(() => contract);
        await using var provider = services.BuildServiceProvider();

        try
        {
            await call(provider.GetRequiredKeyedService<IMarketplaceClient>("mirakl"));
        }
        catch (CommerceException)
        {
            // The mock invents values within the contract, not values that make sense together; what breaks the contract is in Violations.
        }

        Assert.True(contract.Violations.Count == 0, string.Join("\n", contract.Violations));
        Assert.Equal(calls, edge.Calls.Where(made => !edge.Answers.ContainsKey(made) || calls.Contains(made)).Distinct());
    }
}
