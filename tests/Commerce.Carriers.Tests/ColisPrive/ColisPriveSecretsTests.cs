using System.Net;
using System.Text;
using Commerce.Carriers.ColisPrive;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

/// <summary>A Colis Privé that throws every request back as an error: neither the failure nor the log may repeat what must not be seen.</summary>
public sealed class ColisPriveSecretsTests : IAsyncLifetime
{
    private static readonly string[] Hidden =
        ["soap-user", "soap-secret", "000123-account", "zoe@example.com", "612345678", "Martin", "de l'Exemple", "Bâtiment", "Lyon", "12A4"];

    private readonly LogLines _lines = new();
    private ServiceProvider _provider = null!;

    private IColisPriveCarrierClient Client => (IColisPriveCarrierClient)_provider.GetRequiredKeyedService<ICarrierClient>("colis_prive");

    public Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_lines));
        services.AddColisPriveCarrier(options =>
        {
            options.BaseAddress = new Uri("http://colisprive.example/");
            (options.UserName, options.Password, options.CustomerCode, options.AccountId) = ("soap-user", "soap-secret", "A0", "000123-account");
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => new Mirror());
        _provider = services.BuildServiceProvider();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Nothing_secret_or_personal_is_repeated()
    {
        var order = CarrierSamples.Shipment(new OperationKey("order-1"), "HOME", LabelFormat.Pdf) with
        {
            VendorFields = new Dictionary<string, string> { ["DlvrDCode"] = "12A4" },
        };
        var number = new TrackingRequest { TrackingNumber = new TrackingNumber("A0000000000169002") };
        var point = new PickupPointReference { Id = "00042" };
        Func<Task>[] calls =
        [
            () => Client.TestAsync(),
            () => Client.CreateShipmentAsync(order),
            () => Client.TrackAsync(number),
            () => ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId("A0000000000169002") }),
            () => ((IManifestClient)Client).CloseManifestAsync(new ManifestRequest { Key = order.Key }),
            () => Client.CreateContainerAsync(new LabelSpecification()),
            () => Client.GetDeliveryDaysAsync(number),
            () => Client.DeliverAgainAsync(number, new DateOnly(2026, 3, 5), order.Recipient),
            () => Client.GetPickupPointsAsync(number),
            () => Client.SendToPickupPointAsync(number, point, order.Recipient.Contact),
            () => ((IPickupPointFinder)Client).FindPickupPointAsync(point, CountryCode.France),
        ];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(call);
            Assert.NotEmpty(failure.RawBody!);
            Assert.All(Hidden, secret => Assert.DoesNotContain(secret, $"{failure} {failure.RawBody} {failure.VendorMessage}", StringComparison.Ordinal));
        }

        Assert.NotEmpty(_lines.Lines);
        Assert.All(Hidden, secret => Assert.DoesNotContain(secret, _lines.Text, StringComparison.Ordinal));
    }

    /// <summary>Answers with everything that was sent.</summary>
    private sealed class Mirror : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(HttpStatusCode.InternalServerError)
            {
                RequestMessage = request,
                Content = new StringContent(await request.Content!.ReadAsStringAsync(cancellationToken), Encoding.UTF8, "text/plain"),
            };
    }
}
