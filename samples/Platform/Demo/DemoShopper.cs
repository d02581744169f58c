using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Commerce.Samples.Platform.Api;

namespace Commerce.Samples.Platform.Demo;

/// <summary>Somebody who orders over the API: twice by mistake, and once wrongly.</summary>
internal sealed class DemoShopper(Uri address) : IDisposable
{
    internal const string Tenant = "0b7c9a4e-51d3-4e0b-8a57-0f6d2f9d3c11";

    internal static readonly string ApiKey = Guid.NewGuid().ToString("N");

    private readonly HttpClient _http = new() { BaseAddress = address, DefaultRequestHeaders = { { ApiKeys.Header, ApiKey } } };

    public void Dispose() => _http.Dispose();

    internal async Task<OrderId> OrderAsync(string sku, int quantity)
    {
        var wrong = await PostAsync(sku, 0);
        Expect(wrong.StatusCode == HttpStatusCode.BadRequest && (await wrong.Content.ReadAsStringAsync()).Contains("items[0].quantity", StringComparison.Ordinal), "a quantity of 0 is refused");
        var first = await PostAsync(sku, quantity);
        var second = await PostAsync(sku, quantity);
        Expect((first.StatusCode, second.StatusCode) == (HttpStatusCode.Created, HttpStatusCode.OK), "the same order sent twice is one order");
        return new OrderId((Guid)(await second.Content.ReadFromJsonAsync<JsonObject>())!["id"]!);
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It does not hold that {what}.");
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string sku, int quantity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders")
        {
            Headers = { { "Idempotency-Key", "basket-of-the-api" } },
            Content = JsonContent.Create(new OrderRequest(
                "buyer-of-the-api",
                [new ItemRequest(sku, quantity)],
                new AddressRequest("Zoé Martin", "5 avenue du Test", "69002", "Lyon", "FR", Email: "test@example.com", Phone: "+33320000000"),
                "pm_card_visa")),
        };
        return await _http.SendAsync(request);
    }
}
