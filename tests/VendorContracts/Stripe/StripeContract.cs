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
            ("post", "/v1/payment_intents", payment),
            ("get", "/v1/payment_intents/{id}", payment),
            ("post", "/v1/payment_intents/{id}/confirm", payment),
            ("post", "/v1/payment_intents/{id}/capture", payment),
            ("post", "/v1/payment_intents/{id}/cancel", payment),
            ("post", "/v1/refunds", refund),
            ("get", "/v1/refunds/{id}", refund));
    }

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
