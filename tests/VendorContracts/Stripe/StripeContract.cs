using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

/// <summary>Stripe played by Prism from the operations of Stripe's contract that the client uses; started when the first test asks for it.</summary>
public sealed class StripeContract : IAsyncLifetime
{
    private readonly Lazy<OpenApiSlice> _slice = new(Cut);
    private readonly Lazy<Task<PrismMock>> _mock;

    public StripeContract() => _mock = new Lazy<Task<PrismMock>>(() => PrismMock.StartAsync(_slice.Value.File));

    internal static JsonObject Fixtures() =>
        JsonNode.Parse(File.ReadAllBytes(VendorSpecs.PathOf("payments", "stripe", "fixtures.json")))!["resources"]!.AsObject();

    internal async Task<Uri> AddressAsync() => (await _mock.Value).Address;

    /// <summary>Makes what turns a request into what the mock judges.</summary>
    /// <returns>The handler.</returns>
    internal Edge NewEdge() => new(_slice.Value);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mock.IsValueCreated)
        {
            await (await _mock.Value).DisposeAsync();
            _slice.Value.Dispose();
        }
    }

    private static OpenApiSlice Cut()
    {
        var (payment, refund) = (Fixtures()["payment_intent"], Fixtures()["refund"]);
        return OpenApiSlice.Of(
            VendorSpecs.PathOf("payments", "stripe", "stripe-openapi-trimmed.json"),
            [
                ("post", "/v1/payment_intents", payment),
                ("get", "/v1/payment_intents/search", ListOf("payment_intent")),
                ("get", "/v1/payment_intents", ListOf("payment_intent")),
                ("get", "/v1/payment_intents/{id}", payment),
                ("post", "/v1/payment_intents/{id}", payment),
                ("post", "/v1/payment_intents/{id}/confirm", payment),
                ("post", "/v1/payment_intents/{id}/capture", payment),
                ("post", "/v1/payment_intents/{id}/cancel", payment),
                ("post", "/v1/payment_intents/{id}/increment_authorization", payment),
                ("post", "/v1/refunds", refund),
                ("get", "/v1/refunds", ListOf("refund")),
                ("get", "/v1/refunds/{id}", refund),
                ("post", "/v1/refunds/{id}/cancel", refund),
                .. PaymentSide(),
            ]);
    }

    private static (string Method, string Path, JsonNode? Answer)[] PaymentSide() =>
    [
        ("get", "/v1/events", ListOf("event")),
        ("post", "/v1/setup_intents", Fixtures()["setup_intent"]),
        ("get", "/v1/setup_intents/{id}", Fixtures()["setup_intent"]),
        ("post", "/v1/setup_intents/{id}/confirm", Fixtures()["setup_intent"]),
        ("post", "/v1/setup_intents/{id}/cancel", Fixtures()["setup_intent"]),
        ("post", "/v1/customers", Fixtures()["customer"]),
        ("get", "/v1/customers/{id}/payment_methods", ListOf("payment_method")),
        ("get", "/v1/payment_methods/{id}", Fixtures()["payment_method"]),
        ("post", "/v1/payment_methods/{id}/attach", Fixtures()["payment_method"]),
        ("post", "/v1/payment_methods/{id}/detach", Fixtures()["payment_method"]),
        ("post", "/v1/checkout/sessions", Fixtures()["checkout.session"]),
        ("get", "/v1/checkout/sessions/{id}", Fixtures()["checkout.session"]),
        ("post", "/v1/checkout/sessions/{id}/expire", Fixtures()["checkout.session"]),
        ("get", "/v1/radar/early_fraud_warnings", ListOf("radar.early_fraud_warning")),
        ("get", "/v1/radar/early_fraud_warnings/{id}", Fixtures()["radar.early_fraud_warning"]),
        ("get", "/v1/reviews", ListOf("review")),
        ("post", "/v1/reviews/{id}/approve", Fixtures()["review"]),
        ("get", "/v1/charges/{id}", Fixtures()["charge"]),
        ("post", "/v1/webhook_endpoints", Fixtures()["webhook_endpoint"]),
        ("get", "/v1/webhook_endpoints", ListOf("webhook_endpoint")),
        ("post", "/v1/webhook_endpoints/{id}", Fixtures()["webhook_endpoint"]),
        ("delete", "/v1/webhook_endpoints/{id}", Fixtures()["deleted_webhook_endpoint"]),
    ];

    private static JsonObject ListOf(string fixture) => new()
    {
        ["object"] = "list", ["has_more"] = false, ["url"] = "/v1/x", ["data"] = new JsonArray(Fixtures()[fixture]!.DeepClone()),
    };

    /// <summary>Turns forms into the JSON that the slice asks for, and notes query parameters that the contract does not have.</summary>
    internal sealed class Edge(OpenApiSlice slice) : DelegatingHandler
    {
        internal List<string> UnknownQuery { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (method, path) = (request.Method.Method.ToLowerInvariant(), request.RequestUri!.AbsolutePath);
            UnknownQuery.AddRange(slice.UnknownQuery(method, path, request.RequestUri.Query.TrimStart('?')));
            if (request.Content is { } content)
            {
                var form = content is MultipartContent upload ? await FormOfAsync(upload, cancellationToken) : await content.ReadAsStringAsync(cancellationToken);
                request.Content = new StringContent(slice.ReadForm(method, path, form).ToJsonString(), Encoding.UTF8, "application/json");
            }

            return await base.SendAsync(request, cancellationToken);
        }

        /// <summary>Writes the parts of an upload as fields.</summary>
        private static async Task<string> FormOfAsync(MultipartContent upload, CancellationToken cancellationToken)
        {
            var fields = new List<string>();
            foreach (var part in upload)
            {
                var name = part.Headers.ContentDisposition!.Name!.Trim('"');
                fields.Add(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(Encoding.Latin1.GetString(await part.ReadAsByteArrayAsync(cancellationToken))));
            }

            return string.Join('&', fields);
        }
    }
}
