using System.Net;
using System.Text;
using Commerce.Carriers.Dpd;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

/// <summary>A DPD that throws every request back as an error: neither the failure nor the log may repeat what must not be seen.</summary>
public sealed class DpdSecretsTests : IAsyncLifetime
{
    private static readonly string[] Hidden =
        ["meta-secret", "meta-client-secret", "eprint-secret", "trace-secret", "pudo-secret", "shipper-secret", "zoe@example.com", "612345678"];

    private readonly LogLines _lines = new();
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("dpd");

    public Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_lines));
        services.AddDpdCarrier(options =>
        {
            options.BaseAddress = options.EPrintAddress = options.WebTraceAddress = options.MyPudoAddress = options.ShipperAddress = new Uri("http://dpd.example/");
            (options.Login, options.Password, options.ClientId, options.ClientSecret, options.AccountNumber) = ("login", "meta-secret", "id", "meta-client-secret", "012345");
            (options.FranceCenterNumber, options.FranceCustomerNumber) = (75, 12345);
            (options.EPrintUserId, options.EPrintPassword, options.WebTracePassword, options.MyPudoKey) = ("user", "eprint-secret", "trace-secret", "pudo-secret");
            (options.ShipperDelisId, options.ShipperPassword, options.MaxRetries) = ("DELISID01", "shipper-secret", 0);
        }).AddHttpMessageHandler(() => new Mirror());
        _provider = services.BuildServiceProvider();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Nothing_secret_or_personal_is_repeated()
    {
        var order = CarrierSamples.Shipment(new OperationKey("order-1"), "101", LabelFormat.Pdf);
        var number = new TrackingRequest { TrackingNumber = new TrackingNumber("07500000000001") };
        Func<Task>[] calls =
        [
            () => Client.CreateShipmentAsync(order),
            () => Client.TrackAsync(number),
            () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId("07500000000001") }),
            () => ((IShipmentFinder)Client).FindShipmentAsync(new FindShipmentRequest { Key = order.Key }),
            () => ((IProofOfDeliveryProvider)Client).GetProofOfDeliveryAsync(number),
            () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = order.Recipient.Address }),
        ];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(call);
            Assert.All(Hidden, secret => Assert.DoesNotContain(secret, $"{failure} {failure.RawBody} {failure.VendorMessage}", StringComparison.Ordinal));
        }

        Assert.NotEmpty(_lines.Lines);
        Assert.All(Hidden, secret => Assert.DoesNotContain(secret, _lines.Text, StringComparison.Ordinal));
    }

    /// <summary>Answers with everything that was sent; logins at the META-API end well.</summary>
    private sealed class Mirror : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/login", StringComparison.Ordinal))
            {
                var login = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request };
                login.Headers.Add("X-DPD-TOKEN", "token");
                return login;
            }

            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.InternalServerError)
            {
                RequestMessage = request, Content = new StringContent($"{body} {request.RequestUri.Query}", Encoding.UTF8, "text/plain"),
            };
        }
    }
}
