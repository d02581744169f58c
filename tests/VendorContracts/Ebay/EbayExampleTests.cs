using System.Net;
using System.Text;
using System.Text.Json;
using Commerce.Marketplaces;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Ebay;

/// <summary>eBay's own example answers: a page of orders as it came, and its errors. The contracts hold none.</summary>
public sealed partial class EbayExampleTests
{
    private const string TokenAnswer = """{"access_token":"invented","expires_in":7200}""";

    [VendorSpecFact]
    public async Task Orders()
    {
        var example = File.ReadAllBytes(Sample("get-orders.response.json"));

        var page = (Page<MarketplaceOrder>)(await ExampleAnswers.ReadWithoutLossAsync(
            example, body => ReadAsync(body, HttpStatusCode.OK, async client => await FirstPageAsync(client)), OrderWaivers))!;
        var orders = page.Items;

        Assert.Equal([Money.Eur(75.28m), Money.Eur(256.51m)], orders.Select(order => order.Amounts!.Total));
        Assert.Equal([Money.Eur(4.95m), Money.Eur(4.95m)], orders.Select(order => order.Amounts!.Shipping!.Value));
        Assert.Equal([Money.Eur(29.03m), Money.Eur(33.86m)], orders[1].Lines.Select(line => line.UnitPrice!.Value));
        Assert.Equal([MarketplaceOrderState.ReadyToShip, MarketplaceOrderState.Shipped], orders.Select(order => order.State));
    }

    [VendorSpecFact]
    public async Task Errors_of_each_envelope_are_told_by_code_and_words()
    {
        using var errors = JsonDocument.Parse(File.ReadAllBytes(Sample("errors.json")));
        var told = new List<string>();
        foreach (var (name, status) in (ValueTuple<string, HttpStatusCode>[])
            [
                ("rest_envelope_400", HttpStatusCode.BadRequest), ("oauth_expired_401", HttpStatusCode.Unauthorized),
                ("post_order_variant_a", HttpStatusCode.BadRequest), ("post_order_variant_b", HttpStatusCode.BadRequest),
            ])
        {
            var body = Encoding.UTF8.GetBytes(errors.RootElement.GetProperty(name).GetRawText());
            var failure = (CommerceException)(await ExampleAnswers.TryAsync(() => ReadAsync(body, status, async client => await client.FindOrderAsync(new("o")))))!;
            told.Add($"{failure.Kind} {failure.VendorCode} {failure.Field} {failure.VendorMessage}");
        }

        Assert.Equal(
            [
                "Invalid 30810 fieldvalue Invalid date format",
                "Unauthorized 1001  Invalid access token. Check the value of the Authorization HTTP request header.",
                "Invalid 292024 invalidshippingcarriername Error Message",
                "Invalid 1  Error Message",
            ],
            told);
    }

    [VendorSpecFact]
    public async Task An_error_of_the_token_endpoint_asks_for_new_consent()
    {
        using var errors = JsonDocument.Parse(File.ReadAllBytes(Sample("errors.json")));
        var body = Encoding.UTF8.GetBytes(errors.RootElement.GetProperty("token_endpoint_400").GetRawText());

        var failure = (CommerceException)(await ExampleAnswers.TryAsync(() => ReadAsync(body, HttpStatusCode.BadRequest, async client => await client.FindOrderAsync(new("o")), token: null)))!;

        Assert.Equal((CommerceErrorKind.Unauthorized, "invalid_grant"), (failure.Kind, failure.VendorCode));
    }

    [VendorSpecFact]
    public async Task A_mixed_answer_of_a_bulk_call()
    {
        using var errors = JsonDocument.Parse(File.ReadAllBytes(Sample("errors.json")));
        var example = Encoding.UTF8.GetBytes(errors.RootElement.GetProperty("bulk_update_207").GetRawText());

        var batch = (OfferBatch)(await ExampleAnswers.ReadWithoutLossAsync(
            example,
            body => ReadAsync(body, (HttpStatusCode)207, async client => await client.UpdateStockAsync(
                [new StockChange { Sku = new("SKU-1"), Quantity = 1 }, new StockChange { Sku = new("SKU-2"), Quantity = 2 }])),
            Waive("The SKU names the entry, any status from 200 on is a success, and the code says all that the words of its domain do.", "responses.statusCode", "responses.offerId", "responses.errors.domain", "responses.errors.subdomain", "responses.errors.category")))!;

        Assert.Equal((true, "25713"), (batch.Items[0].IsSuccess, batch.Items[1].Refusal?.VendorCode));
    }

    [VendorSpecFact]
    public void Every_sample_is_read() => ExampleFolder.AssertClaimed(
        Path.GetDirectoryName(Sample("errors.json"))!, ["errors.json", "get-orders.response.json"]);

    private static string Sample(string file) => VendorSpecs.PathOf("marketplaces", "ebay", "samples", file);

    private static async Task<Page<MarketplaceOrder>?> FirstPageAsync(IMarketplaceClient client)
    {
        await foreach (var page in client.ListOrders(new OrderQuery()).PagesAsync())
        {
            // The token holds the time of the call.
            return page with { Next = null };
        }

        return null;
    }

    private static async Task<object?> ReadAsync(byte[] body, HttpStatusCode status, Func<IMarketplaceClient, Task<object?>> read, string? token = TokenAnswer)
    {
        using var edge = new ExampleEdge("application/json", token)
        {
            Status = status,
            Answer = request => request.RequestUri!.AbsolutePath.EndsWith("/offer", StringComparison.Ordinal) ? """{"offers":[],"total":0}"""u8.ToArray() : body,
        };
        var services = new ServiceCollection();
        services.AddEbayMarketplace(options =>
        {
            (options.ClientId, options.ClientSecret, options.RefreshToken, options.MarketplaceId) = ("id", "invented-secret", "invented-token", "EBAY_DE");
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        return await read(provider.GetRequiredKeyedService<IMarketplaceClient>("ebay"));
    }
}
