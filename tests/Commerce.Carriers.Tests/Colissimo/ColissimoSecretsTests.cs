using Commerce.Tests.Support;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

/// <summary>A Colissimo that throws every request back as an error: neither the failure nor the log may repeat what must not be seen.</summary>
public sealed class ColissimoSecretsTests : IAsyncLifetime
{
    private static readonly string[] Hidden = ["colissimo-secret", "zoe@example.com", "612345678", "Martin"];

    private readonly LogLines _lines = new();
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("colissimo");

    public Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_lines));
        services.AddColissimoCarrier(options =>
        {
            (options.BaseAddress, options.ApiKey, options.MaxRetries) = (new Uri("http://colissimo.example/"), "colissimo-secret", 0);
        }).AddHttpMessageHandler(() => new Mirror());
        _provider = services.BuildServiceProvider();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Nothing_secret_or_personal_is_repeated()
    {
        var order = CarrierSamples.Shipment(new OperationKey("order-1"), "DOS", LabelFormat.Pdf);
        var number = new TrackingNumber("6C00000000001");
        var pickup = new PickupRequest
        {
            Key = new OperationKey("pickup-1"), From = order.Recipient, Parcels = order.Parcels, TrackingNumbers = [number],
            Date = new DateOnly(2026, 3, 4), ReadyAt = new TimeOnly(8, 0), CloseAt = new TimeOnly(18, 0),
        };
        Func<Task>[] calls =
        [
            () => Client.CreateShipmentAsync(order),
            () => ((IReturnLabelClient)Client).CreateReturnAsync(order with { Service = new CarrierService("CORE") }),
            () => ((IShipmentValidator)Client).ValidateShipmentAsync(order),
            () => ((ILabelReprinter)Client).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId(number.Value) }),
            () => Client.TrackAsync(new TrackingRequest { TrackingNumber = number }),
            () => ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = order.Recipient.Address }),
            () => ((IPickupCalendar)Client).FindPickupSlotsAsync(pickup),
            () => ((IPickupScheduler)Client).BookPickupAsync(pickup),
            () => ((IManifestClient)Client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1"), TrackingNumbers = [number] }),
        ];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(call);
            Assert.All(Hidden, secret => Assert.DoesNotContain(secret, $"{failure} {failure.RawBody} {failure.VendorMessage}", StringComparison.Ordinal));
        }

        Assert.NotEmpty(_lines.Lines);
        Assert.All(Hidden, secret => Assert.DoesNotContain(secret, _lines.Text, StringComparison.Ordinal));
    }

    /// <summary>Answers with everything that was sent.</summary>
    private sealed class Mirror : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.InternalServerError)
            {
                RequestMessage = request, Content = new StringContent($"{body} {request.Headers}", Encoding.UTF8, "text/plain"),
            };
        }
    }
}
