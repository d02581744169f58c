using System.Net;
using System.Text;
using Commerce.Marketplaces.Refurbed;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Marketplaces.Tests.Refurbed;

/// <summary>Every state of Refurbed is mapped on purpose; another one is kept and unknown.</summary>
public sealed class RefurbedStatesTests
{
    [Theory]
    [InlineData("NEW", "NEW", "ACCEPTED", null, "619.98", "awaiting_acceptance")]
    [InlineData("ACCEPTED", "ACCEPTED", "REJECTED", null, "619.98", "ready_to_ship")]
    [InlineData("ACCEPTED", "ACCEPTED", "SHIPPED", "IN_TRANSIT", "619.98", "partially_shipped")]
    [InlineData("SHIPPED", "SHIPPED", "SHIPPED", "OUT_FOR_DELIVERY", "619.98", "shipped")]
    [InlineData("SHIPPED", "SHIPPED", "SHIPPED", "DELIVERED", "619.98", "delivered")]
    [InlineData("FULFILLED", "SHIPPED", "RETURNED", "DELIVERED", "309.99", "delivered")]
    [InlineData("FULFILLED", "SHIPPED", "RETURNED", "IN_TRANSIT", "309.99", "shipped")]
    [InlineData("SHIPPED", "SHIPPED", "SHIPPED", "DELIVERED", "0", "refunded")]
    [InlineData("RETURNED", "RETURNED", "RETURNED", "DELIVERED", "619.98", "returned")]
    [InlineData("RETURNED", "RETURNED", "RETURNED", "DELIVERED", "0", "refunded")]
    [InlineData("REJECTED", "REJECTED", "REJECTED", null, "0", "cancelled")]
    [InlineData("CANCELLED", "CANCELLED", "CANCELLED", null, "0", "cancelled")]
    [InlineData("UNFULFILLED", "REJECTED", "CANCELLED", null, "0", "cancelled")]
    [InlineData("PARTIALLY_FULFILLED", "SHIPPED", "CANCELLED", "IN_TRANSIT", "309.99", "partially_shipped")]
    [InlineData("PARTIALLY_FULFILLED", "SHIPPED", "CANCELLED", "DELIVERED", "309.99", "completed")]
    [InlineData("PARTIALLY_FULFILLED", "RETURNED", "CANCELLED", "DELIVERED", "309.99", "completed")]
    [InlineData("TELEPORTED", "TELEPORTED", "NEW", null, "619.98", "unknown")]
    public async Task A_state_means_one_thing(string state, string first, string second, string? shipment, string paid, string expected)
    {
        var order = await FindAsync(Order(state, first, second, shipment, paid));

        Assert.Equal((expected, state), (order.State.Value, order.VendorState));
        Assert.Equal([first, second], order.Lines.Select(line => line.VendorState));
    }

    [Fact]
    public async Task Ids_and_amounts_that_come_as_numbers_are_read_exactly()
    {
        var order = await FindAsync(Order("NEW", "NEW", "NEW", null, "619.98").Replace("\"id\":\"1234567\"", "\"id\":9007199254740993", StringComparison.Ordinal)
            .Replace("\"total_charged\":\"619.98\"", "\"total_charged\":619.98", StringComparison.Ordinal));

        Assert.Equal(("9007199254740993", Money.Eur(619.98m)), (order.Id.Value, order.Amounts!.Total));
    }

    [Theory]
    [InlineData("\"released_at\":\"2026-03-10T08:35:00Z\",", "")]
    [InlineData("\"total_charged\":\"619.98\"", "\"total_charged\":\"a lot\"")]
    [InlineData("\"currency_code\":\"EUR\",\"released_at\"", "\"currency_code\":\"EURO\",\"released_at\"")]
    [InlineData("\"items\":[", "\"things\":[")]
    public async Task An_order_without_what_it_needs_is_a_breach(string part, string replacement)
    {
        var body = Order("NEW", "NEW", "NEW", null, "619.98");
        Assert.Contains(part, body, StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => FindAsync(body.Replace(part, replacement, StringComparison.Ordinal)));

        Assert.Equal(CommerceErrorKind.Protocol, failure.Kind);
    }

    [Fact]
    public async Task No_personal_data_shows_when_an_order_is_printed()
    {
        var order = await FindAsync(Order("NEW", "NEW", "NEW", null, "619.98"));

        Assert.Equal("buyer@example.com", order.Buyer!.Email.ToString());
        Assert.DoesNotContain("buyer@example.com", order.ToString(), StringComparison.Ordinal);
    }

    private static string Order(string state, string first, string second, string? shipment, string paid)
    {
        var refunded = (619.98m - decimal.Parse(paid, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var status = shipment is null ? "" : $",\"shipment_status\":\"{shipment}\"";
        string Item(string id, string word) =>
            $$"""{"id":"{{id}}","state":"{{word}}","sku":"","total_charged":"309.99","colour":"red"{{status}}}""";
        return $$$"""
            {"order":{"id":"1234567","state":"{{{state}}}","currency_code":"EUR","released_at":"2026-03-10T08:35:00Z","customer_email":"buyer@example.com","total_charged":"619.98","total_paid":"{{{paid}}}","total_refunded":"{{{refunded}}}","items":[{{{Item("1", first)}}},{{{Item("2", second)}}}]}}
            """;
    }

    private static async Task<MarketplaceOrder> FindAsync(string body)
    {
        var services = new ServiceCollection();
        using var edge = new Answering(body);
        services.AddRefurbedMarketplace(options => (options.BaseAddress, options.ApiToken, options.MaxRetries) = (new Uri("http://127.0.0.1:9/"), "invented-token", 0))
            .AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        return (await provider.GetRequiredKeyedService<IRefurbedMarketplaceClient>("refurbed").FindOrderAsync(new("1234567")))!;
    }

    private sealed class Answering(string body) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
