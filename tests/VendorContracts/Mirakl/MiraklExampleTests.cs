using System.Text;
using System.Text.Json.Nodes;
using Commerce.Marketplaces;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Mirakl;

/// <summary>Mirakl's own example answers: those beside its contract and those inside it.</summary>
public sealed partial class MiraklExampleTests
{
    [VendorSpecFact]
    public async Task Several_parcels()
    {
        var result = await ReadAsync(
            Sample("st01-shipments.response.json"),
            client => ShipAsync(client, "1Z2356F1ZJ98L9733M5", "P2", "P3"),
            (request, body) => request.Method == HttpMethod.Post ? body : "{\"data\":[]}"u8.ToArray(),
            ShipmentWaivers);

        Assert.Equal(
            [null, "mirakl refused: The order status must be 'SHIPPING' but it is 'SHIPPED'.", "mirakl refused: Shipment quantity is invalid."],
            ((Outcome<OrderShipped>)result!).Value.Parcels.Select(parcel => parcel.Refusal?.Message));
    }

    [VendorSpecFact]
    public async Task Parcels_known_before()
    {
        var result = await ReadAsync(
            Sample("st11-shipments.response.json"),
            client => ShipAsync(client, "1315A26", "0AAC590", "1315A32"),
            (request, body) => request.Method == HttpMethod.Post ? "{}"u8.ToArray() : NextPage(request, body, Sample("st11-shipments.response.json")),
            KnownShipmentWaivers);

        Assert.True(((Outcome<OrderShipped>)result!).Value.WasAlreadyShipped);
    }

    [VendorSpecFact]
    public Task Offers() => ReadAsync(
        Sample("of21-offers.response.json"), client => AllAsync(((IOfferReader)client).ListOffers(new OfferQuery())), (_, body) => body, OfferWaivers);

    [VendorSpecFact]
    public Task Carriers() => ReadAsync(
        InContract("/api/shipping/carriers", "get", "200"), client => ((ICarrierDirectory)client).ListCarriersAsync(), (_, body) => body);

    [VendorSpecFact]
    public Task Conversations() => ReadAsync(
        Sample("m11-threads.response.json"),
        client => AllAsync(((IMessagingClient)client).ListThreads(new ThreadQuery())),
        (request, body) => NextPage(request, AboutAnOrder(body), Sample("m11-threads.response.json")),
        ThreadWaivers);

    [VendorSpecFact]
    public Task A_conversation() => ReadAsync(
        Sample("m10-thread.response.json"),
        async client => new
        {
            Thread = await ((IMessagingClient)client).FindThreadAsync(new("t")),
            Sent = await ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { ThreadId = new("t"), Body = "It leaves today." }),
        },
        (request, body) => request.Method == HttpMethod.Post ? Addressees(request) : AboutAnOrder(body),
        MessageWaivers);

    [VendorSpecFact]
    public Task An_answer_to_a_message() => ReadAsync(
        InContract("/api/inbox/threads/{thread_id}/message", "post", "201"),
        client => ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { ThreadId = new("t"), Body = "It leaves today." }),
        (request, body) => request.Method == HttpMethod.Post ? body : Sample("m10-thread.response.json"));

    [VendorSpecFact]
    public Task A_new_conversation() => ReadAsync(
        InContract("/api/orders/{order_id}/threads", "post", "201"),
        client => ((IMessagingClient)client).SendMessageAsync(new SendMessageRequest { OrderId = new("o"), Body = "It leaves today." }),
        (_, body) => body);

    [VendorSpecFact]
    public Task A_stock_import() => ReadAsync(
        InContract("/api/offers/stock/imports", "post", "201"),
        client => client.UpdateStockAsync([new StockChange { Sku = new("S"), Quantity = 1 }]),
        (_, body) => body);

    [VendorSpecFact]
    public Task A_price_import() => ReadAsync(
        InContract("/api/offers/pricing/imports", "post", "201"),
        client => client.UpdatePricesAsync([new PriceChange { Sku = new("S"), Price = new Money(1m, Currency.Parse("EUR")) }]),
        (_, body) => body);

    [VendorSpecFact]
    public Task The_state_of_a_stock_import() => ReadAsync(
        InContract("/api/offers/stock/imports/{import_id}/status", "get", "200"), client => StateAsync(client, OfferBatchKind.Stock), Report, ImportWaivers);

    [VendorSpecFact]
    public Task The_state_of_a_price_import() => ReadAsync(
        InContract("/api/offers/pricing/imports", "get", "200"), client => StateAsync(client, OfferBatchKind.Price), Report, PriceImportWaivers);

    /// <summary>The contract's first example of an answer: the one written by hand, where there is one.</summary>
    private static byte[] InContract(string path, string method, string status)
    {
        var contract = JsonNode.Parse(File.ReadAllBytes(VendorSpecs.PathOf("marketplaces", "mirakl", MiraklContractTests.File)))!;
        var examples = contract["paths"]![path]![method]!["responses"]![status]!["content"]!["application/json"]!["examples"]!.AsObject();
        return Encoding.UTF8.GetBytes(examples.First().Value!["value"]!.ToJsonString());
    }

    /// <summary>Knows one token: that of the example as it is.</summary>
    private static byte[] NextPage(HttpRequestMessage request, byte[] body, byte[] example)
    {
        var token = Uri.EscapeDataString(JsonNode.Parse(example)!["next_page_token"]!.GetValue<string>());
        return !request.RequestUri!.Query.Contains("page_token=", StringComparison.Ordinal) ? body
            : request.RequestUri.Query == $"?page_token={token}" ? "{\"data\":[]}"u8.ToArray()
            : "{}"u8.ToArray();
    }

    /// <summary>Gives back what was asked as the number of the message.</summary>
    private static byte[] Addressees(HttpRequestMessage request)
    {
        using var reader = new StreamReader(request.Content!.ReadAsStream());
        return Encoding.UTF8.GetBytes(new JsonObject { ["thread_id"] = "t", ["message_id"] = reader.ReadToEnd() }.ToJsonString());
    }

    /// <summary>The examples leave open what a conversation is about.</summary>
    private static byte[] AboutAnOrder(byte[] body) => With(body, "\"Entity type\"", "\"MMP_ORDER\"");

    /// <summary>The contract's examples wait, and have nothing to tell before they are complete.</summary>
    private static byte[] Complete(byte[] body) => With(body, "\"WAITING\"", "\"COMPLETE\"");

    private static byte[] With(byte[] body, string text, string other) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(text, other, StringComparison.Ordinal));

    private static byte[] Report(HttpRequestMessage request, byte[] body) =>
        request.RequestUri!.AbsolutePath.EndsWith("/error_report", StringComparison.Ordinal)
            ? "\"offer-sku\";\"error-message\"\n\"S\";\"wrong\"\n"u8.ToArray()
            : Complete(body);

    private static Task<OfferBatch> StateAsync(IMarketplaceClient client, OfferBatchKind kind) => client.GetBatchAsync(
        new OfferBatch { Id = new BatchId("i"), Kind = kind, State = OfferBatchState.Running, Keys = [new(new("S"))] });

    private static Task<Outcome<OrderShipped>> ShipAsync(IMarketplaceClient client, params string[] numbers) => client.ShipOrderAsync(new ShipOrderRequest
    {
        OrderId = new("ORDER_01-A"),
        Parcels = [.. numbers.Select(number => new MarketplaceParcel { TrackingNumber = number, Lines = [new ParcelLine { LineId = new("l"), Quantity = 1 }] })],
    });

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }

    private static async Task<object?> ReadAsync<T>(
        byte[] example, Func<IMarketplaceClient, Task<T>> call, Func<HttpRequestMessage, byte[], byte[]> answer, params Waiver[] waivers)
    {
        using var edge = new ExampleEdge("application/json");
        var services = new ServiceCollection();
        services.AddMiraklMarketplace(options =>
        {
            (options.BaseAddress, options.ApiKey) = (new Uri("http://mirakl.example/"), "invented-key");
            (options.MaxRetries, options.BreakerFailures, options.KeepCallFrequencies) = (0, 1000, false);
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<IMarketplaceClient>("mirakl");

        return await ExampleAnswers.ReadWithoutLossAsync(
            example,
            async body =>
            {
                edge.Answer = request => answer(request, body);
                return await call(client);
            },
            waivers);
    }
}
