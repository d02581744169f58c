using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

/// <summary>What goes with shipments at the Chronopost of the sandbox: it keeps what was booked and delivered, and refuses as Chronopost does.</summary>
public sealed class ChronopostSandboxCompanionsTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("chronopost");

    private ChronopostSandbox Chronopost => _sandbox.Get<ChronopostSandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddChronopostCarrier(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("chronopost");
            (options.AccountNumber, options.Password) = (Chronopost.AccountNumber, Chronopost.Password);
        });
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Parcel_goes_to_a_relay_that_was_found_and_not_to_one_that_nobody_knows()
    {
        var points = await ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address, MaxCount = 2 });
        var relay = await ((IPickupPointFinder)Client).FindPickupPointAsync(new PickupPointReference { Id = points[1].Id }, CountryCode.France);

        Assert.Equal(2, points.Count);
        Assert.Equal(points[1].Name, relay!.Name);
        Assert.True((await Client.CreateShipmentAsync(ToRelay(points[1].Id))).IsSuccess);
        Assert.Equal("33", (await Client.CreateShipmentAsync(ToRelay("9999Z"))).Refusal!.VendorCode);
    }

    [Fact]
    public async Task Return_is_bought_from_the_buyer()
    {
        var there = CarrierSamples.Shipment(new OperationKey("return-1"), "4T", LabelFormat.Pdf);

        Assert.True((await ((IReturnLabelClient)Client).CreateReturnAsync(there with { Sender = there.Recipient, Recipient = there.Sender })).IsSuccess);
    }

    [Fact]
    public async Task Collection_is_booked_once_and_taken_back()
    {
        var booking = (await BookAsync("pickup-1", 5)).Value;

        Assert.Equal([booking.ConfirmationNumber], Chronopost.LiveCollections);
        Assert.Equal(RefusalCode.Duplicate, (await BookAsync("pickup-1", 5)).Refusal!.Code);
        Assert.Equal("911", (await BookAsync("pickup-2", 31)).Refusal!.VendorCode);
        Assert.True((await ((IPickupCanceller)Client).CancelPickupAsync(booking)).IsSuccess);
        Assert.Empty(Chronopost.LiveCollections);
        Assert.Equal("33", (await ((IPickupCanceller)Client).CancelPickupAsync(booking with { ConfirmationNumber = "99999999999999" })).Refusal!.VendorCode);
    }

    [Fact]
    public async Task Proof_of_delivery_is_there_after_the_delivery()
    {
        var number = (await Client.CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf))).Value.TrackingNumber;
        var proofs = (IProofOfDeliveryProvider)Client;

        Assert.Equal(RefusalCode.NotFound, (await proofs.GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = number })).Refusal!.Code);
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(DocumentKind.ProofOfDelivery, (await proofs.GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = number })).Value.Kind);
    }

    [Fact]
    public async Task Delivery_times_are_those_of_products_that_run_on_the_lane()
    {
        var times = await ((ITransitTimeProvider)Client).GetTransitTimesAsync(CarrierSamples.Rates());

        Assert.Equal(["01", "02", "16"], times.Select(time => time.Service.Value).Order(StringComparer.Ordinal));
        Assert.All(times, time => Assert.Equal(new DateOnly(2026, 3, 3), time.DeliveryDate));
    }

    private static ShipmentRequest ToRelay(string id) => CarrierSamples.Shipment(new OperationKey("relay-" + id), "86", LabelFormat.Pdf) with
    {
        PickupPoint = new PickupPointReference { Id = id },
    };

    private Task<Outcome<PickupBooking>> BookAsync(string key, int kilograms) => ((IPickupScheduler)Client).BookPickupAsync(new PickupRequest
    {
        Key = new OperationKey(key),
        From = CarrierSamples.Sender,
        Date = new DateOnly(2026, 3, 3),
        ReadyAt = new TimeOnly(14, 0),
        CloseAt = new TimeOnly(18, 0),
        Parcels = [new Parcel { Weight = Weight.FromKilograms(kilograms) }],
    });
}
