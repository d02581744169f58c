using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Integration.Servers;
using Commerce.Samples.Platform;
using Commerce.Samples.Platform.Api;
using Commerce.Samples.Platform.Demo;
using Commerce.Testing.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Integration.Workflows;

/// <summary>The platform's API on PostgreSQL: what it answers, and that wrong requests change nothing.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private const string Stranger = "the-key-of-another-tenant";

    private static readonly HttpStatusCode[] Documented =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.RequestEntityTooLarge,
        HttpStatusCode.UnsupportedMediaType,
    ];

    private WebApplication _app = null!;
    private SandboxHost _sandbox = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(DemoAccounts.Of(_sandbox, "ups", "chronopost", "stripe", "mirakl"));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["PostgreSql"] = database, [$"ApiKeys:{Guid.NewGuid()}"] = Stranger });
        builder.AddApi();
        builder.Services.AddPlatform(
            builder.Configuration, Directory.CreateTempSubdirectory("commerce-api-").FullName, TimeProvider.System, agents => agents.UseServers(builder.Configuration));
        _app = builder.Build();
        _app.MapApi();
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()), DefaultRequestHeaders = { { ApiKeys.Header, DemoShopper.ApiKey } } };
        await _app.Services.GetRequiredService<Agents.IMessagePublisher>().PublishAsync(new ReceiveStock(Catalogue.Lamp.Sku, 100, "opening stock"));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Order_is_placed_once_shown_listed_explained_and_cancelled()
    {
        var (status, placed) = await SendAsync(Order(), "basket-1");
        var (again, same) = await SendAsync(Order(), "basket-1");
        var (other, problem) = await SendAsync(Order(quantity: 3), "basket-1");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (status, again, other));
        var id = (string)placed["id"]!;
        Assert.Equal(id, (string)same["id"]!);
        Assert.NotNull(problem["errors"]!["Idempotency-Key"] ?? problem["errors"]!["idempotency-Key"]);
        await PlatformHost.WaitAsync(async () => (string)(await GetAsync($"orders/{id}"))["status"]! == "Processing", "the order on its way");

        var order = await GetAsync($"orders/{id}");
        Assert.Equal(71.76m, (decimal)order["totals"]!["total"]!["amount"]!);
        Assert.Equal(id, (string)(await GetAsync("orders?status=processing&customer=buyer-1"))["items"]![0]!["id"]!);
        Assert.Equal(0, (int)(await GetAsync("orders?status=Delivered"))["total"]!);
        Assert.Equal(98, (int)(await GetAsync("stock/LAMP-1"))["available"]!);
        Assert.Contains((await GetAsync($"decisions?subject={id}"))["items"]!.AsArray(), static decision => ((string)decision!["reason"]!).Length > 0);
        using var cancelled = await _http.PostAsJsonAsync($"orders/{id}/cancellation", new { reason = "customer_request", requestedBy = "buyer-1" });
        Assert.Equal(HttpStatusCode.Accepted, cancelled.StatusCode);

        using var stranger = new HttpRequestMessage(HttpMethod.Get, $"orders/{id}") { Headers = { { ApiKeys.Header, Stranger } } };
        using var client = new HttpClient { BaseAddress = _http.BaseAddress };
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(stranger)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"orders/{id}")).StatusCode);
    }

    [Fact]
    public async Task Health_metrics_and_description_are_served()
    {
        await SendAsync(Order(), "basket-1");

        Assert.Equal("Healthy", await _http.GetStringAsync("health/live"));
        await PlatformHost.WaitAsync(async () => await _http.GetStringAsync("health/ready") == "Healthy", "readiness");
        Assert.Contains("# TYPE messaging_client_consumed_messages", await _http.GetStringAsync("metrics"), StringComparison.Ordinal);
        var description = JsonNode.Parse(await _http.GetStringAsync("openapi/v1.json"))!;
        Assert.Equal(
            ["/decisions", "/orders", "/orders/{id}", "/orders/{id}/cancellation", "/orders/{id}/payment", "/orders/{id}/release", "/quotes", "/stock/{sku}"],
            description["paths"]!.AsObject().Select(static path => path.Key).Order(StringComparer.Ordinal));
        Assert.NotNull(description["paths"]!["/orders"]!["post"]!["responses"]!["409"]);
    }

    [Fact]
    public async Task Ten_thousand_wrong_requests_get_documented_answers_and_store_nothing()
    {
        var (_, placed) = await SendAsync(Order(), "basket-1");
        var wrong = new WrongRequests((string)placed["id"]!, static quantity => Order(quantity));
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (seed, cancellation) =>
        {
            using var request = wrong.Make(seed, out var what);
            using var response = await _http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            Assert.True(Documented.Contains(response.StatusCode), $"{what}: {response.StatusCode} {body}");
            Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{what}: {response.Content.Headers.ContentType}");
            var errors = JsonNode.Parse(body)!["errors"]?.AsObject();
            Assert.True(
                response.StatusCode == HttpStatusCode.Unauthorized || (errors is { Count: > 0 } && errors.All(static error => error.Key.Length > 0)), $"{what}: {body}");
        });

        Assert.Equal(1, await _app.Services.GetRequiredService<IRepository<OrderRecord>>().CountAsync());
    }

    private static JsonObject Order(int quantity = 2) => new()
    {
        ["customer"] = "buyer-1",
        ["items"] = new JsonArray(new JsonObject { ["sku"] = "LAMP-1", ["quantity"] = quantity }),
        ["shipTo"] = new JsonObject
        {
            ["name"] = "Zoé Martin", ["line1"] = "5 avenue du Test", ["postalCode"] = "69002", ["city"] = "Lyon", ["country"] = "FR", ["email"] = "test@example.com",
        },
        ["paymentMethod"] = "pm_card_visa",
    };

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(JsonObject order, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders")
        {
            Headers = { { "Idempotency-Key", key } }, Content = new StringContent(order.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(path))!;
}
