using Commerce.Marketplaces;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.BackMarket;

/// <summary>The example answers beside Back Market's contract.</summary>
public sealed class BackMarketExampleTests
{
    private static readonly Waiver[] Waivers = [];

    [VendorSpecFact]
    public Task The_observed_orders_are_read() => ReadAsync("orders-list.observed.response.json", "1250.00 EUR", "Jane Doe");

    [VendorSpecFact]
    public Task The_orders_of_the_contract_are_read() => ReadAsync("orders-list.spec-shape.response.json", "15.99 EUR", "Jane Doe");

    private static async Task ReadAsync(string sample, string goods, string name)
    {
        using var edge = new ExampleEdge("application/json");
        var example = await File.ReadAllBytesAsync(VendorSpecs.PathOf("marketplaces", "backmarket", "samples", sample));
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (new Uri("http://backmarket.example/"), "dG9rZW4tMQ==");
            (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
            (options.MaxRetries, options.BreakerFailures, options.KeepCallFrequencies) = (0, 1000, false);
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
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
            Waivers);

        var order = Assert.Single(((Page<MarketplaceOrder>)result!).Items);
        Assert.Equal((goods, name), (order.Lines[0].GoodsPrice?.ToString(), order.ShipTo?.Contact.Name));
        Assert.NotNull(order.ShipTo!.Contact.Phone);
    }
}
