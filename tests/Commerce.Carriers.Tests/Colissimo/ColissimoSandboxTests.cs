using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

public sealed class ColissimoSandboxTests() : CarrierSandboxTests("colissimo")
{
    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<ColissimoSandbox>().LiveParcels;

    [Fact]
    public async Task Return_is_collected_once_from_a_mailbox_on_an_offered_day()
    {
        var client = Client();
        var request = ValidShipment(new OperationKey("return-1")) with
        {
            Service = new CarrierService("CORE"), Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender,
        };
        var bought = (await ((IReturnLabelClient)client).CreateReturnAsync(request)).Value;
        var pickup = new PickupRequest
        {
            Key = new OperationKey("pickup-1"), From = request.Sender, Parcels = request.Parcels, TrackingNumbers = [bought.TrackingNumber],
            Date = new DateOnly(2020, 1, 1), ReadyAt = new TimeOnly(8, 0), CloseAt = new TimeOnly(18, 0),
        };

        var days = await ((IPickupCalendar)client).FindPickupSlotsAsync(pickup);
        var booked = await ((IPickupScheduler)client).BookPickupAsync(pickup with { Date = days[0].Date });
        var again = await ((IPickupScheduler)client).BookPickupAsync(pickup with { Date = days[0].Date });

        Assert.Equal(DocumentKind.ReturnLabel, Assert.Single(bought.Documents).Kind);
        Assert.Equal((bought.TrackingNumber.Value, days[0].Date), (booked.Value.ConfirmationNumber, booked.Value.Date));
        Assert.Equal("30502", again.Refusal!.VendorCode);
    }

    [Fact]
    public async Task Point_that_was_found_takes_a_parcel_and_the_day_is_closed_with_it()
    {
        var client = Client();
        var points = await ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address });
        var request = ValidShipment(new OperationKey("order-51")) with
        {
            Service = new CarrierService("HD"), PickupPoint = new PickupPointReference { Id = Assert.Single(points).Id },
        };

        Assert.Empty(await ((IShipmentValidator)client).ValidateShipmentAsync(request));
        Assert.Empty(LiveShipments);
        var bought = (await client.CreateShipmentAsync(request)).Value;
        var manifests = (await ((IManifestClient)client).CloseManifestAsync(
            new ManifestRequest { Key = new OperationKey("day-1"), TrackingNumbers = [bought.TrackingNumber] })).Value;
        var label = (await ((ILabelReprinter)client).ReprintAsync(new ReprintRequest { ShipmentId = bought.Id })).Value;

        Assert.Equal(("1", 1), (Assert.Single(manifests).Number, manifests[0].ParcelCount));
        Assert.Equal(DocumentKind.Manifest, Assert.Single(manifests[0].Documents).Kind);
        Assert.Equal(LabelFormat.Pdf, Assert.Single(label).Format);
    }

    [Fact]
    public async Task Area_without_points_is_an_empty_list() =>
        Assert.Empty(await ((IPickupPointDirectory)Client()).FindPickupPointsAsync(
            new PickupPointRequest { Near = CarrierSamples.Recipient.Address with { PostalCode = "99999" } }));

    [Fact]
    public async Task Wrong_postal_code_names_the_field_and_buys_nothing()
    {
        var request = ValidShipment(new OperationKey("order-52"));
        var outcome = await Client().CreateShipmentAsync(request with
        {
            Recipient = request.Recipient with { Address = request.Recipient.Address with { PostalCode = "690" } },
        });

        Assert.Equal(("GEO_ROUTING_R102", "Recipient.Address.PostalCode"), (outcome.Refusal!.VendorCode, outcome.Refusal.Field));
        Assert.Empty(LiveShipments);
    }

    [Fact]
    public async Task Wrong_key_is_told_by_tracking_and_points()
    {
        var client = (await CreateClientWithWrongCredentialsAsync())!;
        Func<Task>[] calls =
        [
            () => client.TrackAsync(new TrackingRequest { TrackingNumber = UnknownTrackingNumber() }),
            () => ((IPickupPointDirectory)client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address }),
        ];

        foreach (var call in calls)
        {
            Assert.Equal(CommerceErrorKind.Unauthorized, (await Assert.ThrowsAsync<CommerceException>(call)).Kind);
        }
    }

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "DOS", LabelFormat.Pdf, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("6C99999999999");

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret) => services.AddColissimoCarrier(options =>
    {
        options.BaseAddress = Sandbox.AddressOf("colissimo");
        options.ApiKey = hasWrongSecret ? "wrong" : Sandbox.Get<ColissimoSandbox>().ApiKey;
    });
}
