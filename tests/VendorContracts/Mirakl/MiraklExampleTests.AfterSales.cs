using System.Text;
using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.Marketplaces.Mirakl;
using Commerce.VendorContracts.Examples;
using Xunit;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Mirakl;

public sealed partial class MiraklExampleTests
{
    private const string Asked = "What was asked for is answered again; our result names the lines and the numbers.";

    [VendorSpecFact]
    public async Task A_refund()
    {
        var result = await ReadAsync(
            Sample("or28-refund.response.json"),
            client => ((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
            {
                Key = new("refund-1"), OrderId = new("o"), Reason = RefundReason.Returned, VendorReason = "15", Lines = LinesOf("or28-refund.response.json", "refunds"),
            }),
            (request, body) => request.Method == HttpMethod.Get ? OrderOf("or28-refund.response.json", "refunds") : body,
            [
                .. Parts("refunds"),
                .. Waive("The operator's words about taxes, and what is left out of a shipment, have no member.", "refunds.excluded_from_shipment", "refunds.tax_legal_notice"),
                .. Waive("The refund's own number is kept; that of its group has no member.", "refunds.order_refund_id"),
            ]);

        Assert.All(((Outcome<OrderRefunded>)result!).Value.Lines, line => Assert.True(line.IsSuccess));
    }

    [VendorSpecFact]
    public async Task A_cancellation()
    {
        var result = await ReadAsync(
            Sample("or30-cancel.response.json"),
            client => ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest
            {
                OrderId = new("o"), Reason = CancellationReason.BuyerRequest, VendorReason = "34", Lines = LinesOf("or30-cancel.response.json", "cancelations"),
            }),
            (request, body) => request.Method == HttpMethod.Get ? OrderOf("or30-cancel.response.json", "cancelations") : body,
            Parts("cancelations"));

        Assert.All(((Outcome<OrderCancelled>)result!).Value.Lines, line => Assert.True(line.IsSuccess));
    }

    [VendorSpecFact]
    public Task Returns() => ReadAsync(
        Sample("rt11-returns.response.json"),
        client => AllAsync(((IReturnsClient)client).ListReturns(new ReturnQuery())),
        (request, body) => NextPage(request, body, Sample("rt11-returns.response.json")),
        ReturnWaivers);

    [VendorSpecFact]
    public Task Reasons() => ReadAsync(
        InContract("/api/reasons", "get", "200"), client => ((IMiraklMarketplaceClient)client).ListReasonsAsync(), (_, body) => body);

    [VendorSpecFact]
    public Task An_import_of_offers() => ReadAsync(
        InContract("/api/offers", "post", "201"),
        client => ((IOfferWriter)client).PutOffersAsync(
            [new OfferDraft { Sku = new("S"), ProductId = "3400000000001", Price = Money.Eur(1m), Quantity = 1, Condition = "11" }]),
        (_, body) => body);

    private static LineAmount[] LinesOf(string file, string list) =>
        [.. JsonNode.Parse(Sample(file))![list]!.AsArray().Select(part => new LineAmount { LineId = new(part!["order_line_id"]!.GetValue<string>()), Quantity = 1 })];

    private static byte[] OrderOf(string file, string list) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["orders"] = new JsonArray(new JsonObject
        {
            ["order_id"] = "o",
            ["currency_iso_code"] = "EUR",
            ["order_lines"] = new JsonArray([.. LinesOf(file, list).Select(line => (JsonNode)new JsonObject
            {
                ["order_line_id"] = line.LineId.Value, ["quantity"] = 5, ["price"] = 500, ["shipping_price"] = 50,
            })]),
        }),
    }.ToJsonString());

    private static Waiver[] Parts(string list) => Waive(
        Asked,
        "order_tax_mode", $"{list}.amount", $"{list}.currency_iso_code", $"{list}.fees.**", $"{list}.quantity", $"{list}.reason_code", $"{list}.shipping_amount",
        $"{list}.shipping_taxes.**", $"{list}.taxes.**", $"{list}.purchase_information.**");

    private static Waiver[] ReturnWaivers =>
    [
        .. Waive(
            "Where the goods go, and the carrier, are in the operator's label.",
            "data.return_address.**", "data.method_code", "data.tracking.carrierCode", "data.tracking.carrierName", "data.tracking.carrier_standard_code", "data.tracking.tracking_url"),
        .. Waive("The buyer's words and the operator's papers have no member; the raw payload has them.", "data.description", "data.documents.**", "data.rma"),
        .. Waive("What the seller said before is not asked for again.", "data.rejection_reason_code", "data.return_lines.compliance.**"),
        .. Waive("The order is named by its own number.", "data.order_commercial_id"),
        .. Waive("Our return has the time of its creation; changes are asked for by time.", "data.last_updated"),
    ];
}
