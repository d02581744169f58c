using Commerce.Testing;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

/// <summary>What goes with shipments at the UPS of the sandbox: it keeps what was booked, uploaded and delivered.</summary>
public sealed class UpsSandboxCompanionsTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private SandboxHost _sandbox = null!;
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("ups");

    private UpsSandbox Ups => _sandbox.Get<UpsSandbox>();

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Clock = _clock });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = _sandbox.AddressOf("ups");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = (Ups.ClientId, Ups.ClientSecret, Ups.AccountNumber);
        });
        _provider = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Parcel_goes_to_an_access_point_that_was_found()
    {
        var points = await ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address, MaxCount = 2 });
        var point = new PickupPointReference { Id = points[1].Id, Name = points[1].Name, Address = points[1].Address };

        Assert.Equal([400, 800], points.Select(found => found.DistanceMetres!.Value));
        Assert.True((await Client.CreateShipmentAsync(Order("order-1") with { PickupPoint = point })).IsSuccess);
        Assert.Equal("120903", (await Client.CreateShipmentAsync(Order("order-2") with { PickupPoint = point with { Id = "U00000009" } })).Refusal!.VendorCode);
        Assert.Empty(await ((IPickupPointDirectory)Client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Sender.Address }));
    }

    [Fact]
    public async Task Return_is_bought_and_goods_that_come_back_across_a_border_have_their_form()
    {
        var back = Order("return-1") with { Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender, Customs = Goods() };

        var shipment = (await ((IReturnLabelClient)Client).CreateReturnAsync(back)).Value;

        Assert.Equal(shipment.Id.Value, Assert.Single(Ups.LiveShipments));
        Assert.Contains(shipment.Documents, document => document.Kind == DocumentKind.CustomsForm);
    }

    [Fact]
    public async Task Paper_is_uploaded_used_joined_and_deleted()
    {
        var archive = (ITradeDocumentArchive)Client;
        var paper = (await UploadAsync()).Value;
        var order = Order("order-1") with { Customs = Goods() with { UploadedDocumentIds = [paper.Id] } };

        var shipment = (await Client.CreateShipmentAsync(order)).Value;
        var joined = await archive.AttachTradeDocumentsAsync(shipment.Id, [paper]);

        Assert.True(Assert.Single(joined).IsSuccess);
        Assert.Equal(shipment.Id.Value, Ups.Papers[paper.Id]);
        Assert.False((await archive.AttachTradeDocumentsAsync(new CarrierShipmentId("1Z0"), [paper]))[0].IsSuccess);
        Assert.True((await archive.DeleteTradeDocumentAsync(paper)).IsSuccess);
        Assert.Equal(RefusalCode.NotFound, (await archive.DeleteTradeDocumentAsync(paper)).Refusal!.Code);
        Assert.Equal("120905", (await Client.CreateShipmentAsync(order with { Key = new OperationKey("order-2") })).Refusal!.VendorCode);
    }

    [Fact]
    public async Task Account_that_may_not_upload_papers_is_told()
    {
        Ups.TakesPapers = false;

        Assert.Equal(CommerceErrorKind.Forbidden, (await Assert.ThrowsAsync<CommerceException>(UploadAsync)).Kind);
    }

    [Fact]
    public async Task Collection_is_booked_and_cancelled_once()
    {
        var request = new PickupRequest
        {
            Key = new OperationKey("pickup-1"), From = CarrierSamples.Sender, Date = new DateOnly(2026, 3, 3),
            ReadyAt = new TimeOnly(9, 0), CloseAt = new TimeOnly(17, 0), Parcels = Order("x").Parcels,
        };
        var scheduler = (IPickupScheduler)Client;
        var canceller = (IPickupCanceller)Client;

        var booking = (await scheduler.BookPickupAsync(request)).Value;

        Assert.Equal(booking.ConfirmationNumber, Assert.Single(Ups.LiveCollections));
        Assert.Equal("9560131", (await scheduler.BookPickupAsync(request with { Date = new DateOnly(2026, 3, 1) })).Refusal!.VendorCode);
        Assert.Equal("9510119", (await scheduler.BookPickupAsync(request with { Service = new CarrierService("01") })).Refusal!.VendorCode);
        Assert.True((await canceller.CancelPickupAsync(booking)).IsSuccess);
        Assert.False((await canceller.CancelPickupAsync(booking)).IsSuccess);
        Assert.Empty(Ups.LiveCollections);
    }

    [Fact]
    public async Task Proof_is_there_after_the_delivery()
    {
        var number = (await Client.CreateShipmentAsync(Order("order-1"))).Value.TrackingNumber;
        var proofs = (IProofOfDeliveryProvider)Client;

        var early = await proofs.GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = number });
        _clock.Advance(TimeSpan.FromHours(25));
        var proof = await proofs.GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = number });

        Assert.Equal(RefusalCode.NotFound, early.Refusal!.Code);
        Assert.Equal((DocumentKind.ProofOfDelivery, LabelFormat.Pdf), (proof.Value.Kind, proof.Value.Format));
    }

    [Fact]
    public async Task Transit_times_and_address_checks_are_answered()
    {
        var american = new Address { Line1 = "1 Example Street", City = "Springfield", Region = "IL", PostalCode = "62701", Country = CountryCode.UnitedStates };

        var times = await ((ITransitTimeProvider)Client).GetTransitTimesAsync(CarrierSamples.Rates());
        var valid = (await ((IAddressValidator)Client).ValidateAddressAsync(american)).Value;
        var unknown = (await ((IAddressValidator)Client).ValidateAddressAsync(american with { PostalCode = "00000" })).Value;

        Assert.Equal(["11", "65", "07"], times.Select(time => time.Service.Value));
        Assert.Equal(new DateOnly(2026, 3, 4), times[0].DeliveryDate);
        Assert.Equal((true, false), (valid.IsDeliverable, unknown.IsDeliverable));
    }

    private static ShipmentRequest Order(string key) => CarrierSamples.Shipment(new OperationKey(key), "11", LabelFormat.Zpl);

    private static CustomsDeclaration Goods() => new()
    {
        Items =
        [
            new CustomsItem
            {
                Description = "Desk lamp", HsCode = "940521", Quantity = 1, UnitValue = Money.Eur(12), UnitWeight = Weight.FromGrams(900), Origin = CountryCode.France,
            },
        ],
    };

    private Task<Outcome<UploadedTradeDocument>> UploadAsync() => ((ITradeDocumentClient)Client).UploadTradeDocumentAsync(new TradeDocument
    {
        FileName = "invoice.pdf", MediaType = "application/pdf", Content = "%PDF-1.4\n%%EOF\n"u8.ToArray(), VendorType = "002",
        Origin = CountryCode.France, Destination = CountryCode.UnitedStates,
    });
}
