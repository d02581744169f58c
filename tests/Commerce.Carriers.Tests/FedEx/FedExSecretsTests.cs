using System.Net;
using System.Text;
using Commerce.Carriers.FedEx;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

/// <summary>A FedEx that throws every request back as an error: neither the failure nor the log may repeat what must not be seen.</summary>
public sealed class FedExSecretsTests : IAsyncLifetime
{
    private static readonly string[] Hidden =
        ["project-secret", "track-secret", "child-secret", "bearer-token", "700257037", "zoe@example.com", "612345678", "Martin", "5 avenue", "Lyon"];

    private readonly LogLines _lines = new();
    private readonly Mirror _mirror = new();
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("fedex");

    public Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_lines));
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = new Uri("http://fedex.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("project", "project-secret", "700257037");
            (options.TrackClientId, options.TrackClientSecret, options.MaxRetries) = ("track", "track-secret", 0);
            (options.GrantType, options.ChildKey, options.ChildSecret) = ("csp_credentials", "child", "child-secret");
        }).AddHttpMessageHandler(() => _mirror);
        _provider = services.BuildServiceProvider();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_secret_or_personal_is_repeated(bool isTokenRefused)
    {
        _mirror.IsTokenRefused = isTokenRefused;
        var order = FedExSamples.Order("order-1");
        var number = new TrackingRequest { TrackingNumber = new TrackingNumber("794900000001") };
        Func<Task>[] calls =
        [
            () => Client.CreateShipmentAsync(order),
            () => ((IReturnLabelClient)Client).CreateReturnAsync(order),
            () => ((IShipmentValidator)Client).ValidateShipmentAsync(order),
            () => ((IRateProvider)Client).GetRatesAsync(CarrierSamples.Rates()),
            () => ((ITransitTimeProvider)Client).GetTransitTimesAsync(CarrierSamples.Rates()),
            () => Client.TrackAsync(number),
            () => ((IShipmentFinder)Client).FindShipmentAsync(new FindShipmentRequest { Key = order.Key }),
            () => ((IProofOfDeliveryProvider)Client).GetProofOfDeliveryAsync(number),
            () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId("794900000001") }),
            () => ((IPickupScheduler)Client).BookPickupAsync(FedExSamples.Pickup(new DateOnly(2026, 3, 2)) with { From = order.Recipient }),
            () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = order.Recipient.Address }),
            () => ((IAddressValidator)Client).ValidateAddressAsync(order.Recipient.Address),
            () => ((IManifestClient)Client).CloseManifestAsync(new ManifestRequest { Key = order.Key }),
            () => ((ITradeDocumentClient)Client).UploadTradeDocumentAsync(FedExSamples.Invoice),
        ];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(call);
            Assert.All(Hidden, secret => Assert.DoesNotContain(secret, $"{failure} {failure.RawBody} {failure.VendorMessage}", StringComparison.Ordinal));
        }

        Assert.NotEmpty(_lines.Lines);
        Assert.All(Hidden, secret => Assert.DoesNotContain(secret, _lines.Text, StringComparison.Ordinal));
        Assert.Contains(isTokenRefused ? "project-secret" : "700257037", _mirror.Received, StringComparison.Ordinal);
    }

    /// <summary>Answers with everything that was sent; the request for a token ends well where that is asked for.</summary>
    private sealed class Mirror : DelegatingHandler
    {
        internal bool IsTokenRefused { get; set; }

        internal string Received { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!IsTokenRefused && request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            {
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    RequestMessage = request, Content = new StringContent("""{"access_token":"bearer-token","expires_in":3600}""", Encoding.UTF8, "application/json"),
                };
            }

            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Received += body;
            return new HttpResponseMessage(HttpStatusCode.InternalServerError)
            {
                RequestMessage = request, Content = new StringContent($"{body} {request.Headers.Authorization} {request.RequestUri!.Query}", Encoding.UTF8, "text/plain"),
            };
        }
    }
}
