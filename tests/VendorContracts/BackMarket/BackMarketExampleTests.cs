using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.BackMarket;

/// <summary>The example answers beside Back Market's contract.</summary>
public sealed class BackMarketExampleTests
{
    private static Waiver[] Common =>
    [
        .. Waive("The next page is asked for by its number; that there is one is told.", "next"),
        .. Waive("Paid orders alone are listed; how and when they were paid is Back Market's affair.", "results.date_payment", "results.installment_payment", "results.payment_method"),
        .. Waive("The note is a paper at Back Market's address, fetched there.", "results.delivery_note"),
        .. Waive("Insurance is between Back Market and the buyer.", "results.orderlines.backcare", "results.orderlines.backcare_price"),
        .. Waive("The catalogue's words; ours has its own.", "results.orderlines.brand", "results.orderlines.condition", "results.orderlines.listing_id"),
        .. Waive("The order's currency and time stand for its lines.", "results.orderlines.currency", "results.orderlines.date_creation", "results.orderlines.shipping_delay"),
        .. Waive("The seller told these numbers.", "results.orderlines.imei", "results.orderlines.serial_number"),
        .. Waive("Returns have a list of their own.", "results.orderlines.return_message", "results.orderlines.return_reason"),
    ];

    [VendorSpecFact]
    public Task The_observed_orders_are_read() => ReadAsync(
        "orders-list.observed.response.json",
        "1250.00 EUR",
        "Jane Doe",
        [
            .. Common,
            .. Waive("How a buyer is addressed is not kept.", "results.billing_address.gender", "results.shipping_address.gender"),
            .. Waive("Without a number there is no parcel to tell.", "results.shipper", "results.shipper_display", "results.tracking_url"),
        ]);

    [VendorSpecFact]
    public Task The_orders_of_the_contract_are_read() => ReadAsync(
        "orders-list.spec-shape.response.json",
        "15.99 EUR",
        "Jane Doe",
        [
            .. Common,
            .. Waive("There is no way back in a list that is read forward.", "previous"),
            .. Waive("An address is known by its words.", "results.billing_address.id", "results.shipping_address.id"),
            .. Waive("How it was paid is Back Market's affair.", "results.paypal_reference"),
        ]);

    [VendorSpecFact]
    public async Task Every_error_is_told_with_its_code_and_words()
    {
        var examples = JsonNode.Parse(await File.ReadAllBytesAsync(VendorSpecs.PathOf("marketplaces", "backmarket", "samples", "errors.json")))!.AsObject();
        Assert.Equal(4, examples.Count);
        foreach (var (name, example) in examples)
        {
            using var edge = new Refusing(example!.ToJsonString());
            await using var provider = Provider(edge);

            var failure = await Assert.ThrowsAsync<CommerceException>(
                () => provider.GetRequiredKeyedService<IMarketplaceClient>("backmarket").FindOrderAsync(new("42")));

            var told = example["error"] ?? example["errors"]![0]!;
            Assert.True(failure.VendorCode == told["code"]!.GetValue<string>() && failure.VendorMessage == told["message"]!.GetValue<string>(), $"{name}: {failure.VendorCode} {failure.VendorMessage}");
        }
    }

    private static async Task ReadAsync(string sample, string goods, string name, Waiver[] waivers)
    {
        using var edge = new ExampleEdge("application/json");
        var example = await File.ReadAllBytesAsync(VendorSpecs.PathOf("marketplaces", "backmarket", "samples", sample));
        await using var provider = Provider(edge);
        var client = provider.GetRequiredKeyedService<IMarketplaceClient>("backmarket");

        var result = await ExampleAnswers.ReadWithoutLossAsync(
            example,
            async body =>
            {
                edge.Answer = _ => body;
                await using var pages = client.ListOrders(new OrderQuery()).PagesAsync().GetAsyncEnumerator();
                Assert.True(await pages.MoveNextAsync());
                return pages.Current;
            },
            waivers);

        var order = Assert.Single(((Page<MarketplaceOrder>)result!).Items);
        Assert.Equal((goods, name), (order.Lines[0].GoodsPrice?.ToString(), order.ShipTo?.Contact.Name));
        Assert.NotNull(order.ShipTo!.Contact.Phone);
    }

    private static ServiceProvider Provider(DelegatingHandler edge)
    {
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (new Uri("http://backmarket.example/"), "YW4tYWNjb3VudDphLXNlY3JldA==");
            (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
            (options.MaxRetries, options.BreakerFailures, options.KeepCallFrequencies) = (0, 1000, false);
        }).AddHttpMessageHandler(() => edge);
        return services.BuildServiceProvider();
    }

    private sealed class Refusing(string body) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.UnprocessableEntity) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
