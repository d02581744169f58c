using System.Text;
using Commerce.Carriers.ColisPrive;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

public sealed class ColisPriveSandboxTests() : CarrierSandboxTests("colis_prive")
{
    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<ColisPriveSandbox>().LiveParcels;

    [Fact]
    public async Task Day_is_closed_once_and_a_closed_parcel_is_neither_cancelled_nor_bought_again()
    {
        var client = Client();
        var key = new OperationKey("order-1");
        var shipment = (await client.CreateShipmentAsync(ValidShipment(key, 2))).Value;

        var manifest = Assert.Single((await ((IManifestClient)client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1") })).Value);
        var again = await ((IManifestClient)client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1") });
        var late = await ((IShipmentVoider)client).VoidAsync(new VoidRequest { ShipmentId = shipment.Id });
        var twice = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(ValidShipment(key)));

        Assert.Equal(shipment.Parcels.Select(parcel => parcel.TrackingNumber), manifest.TrackingNumbers);
        Assert.Equal(("S00000001", 2), (manifest.Number, manifest.ParcelCount));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(Assert.Single(manifest.Documents).Content.Span), StringComparison.Ordinal);
        Assert.Equal(RefusalCode.ExternalRejected, again.Refusal!.Code);
        Assert.Equal(RefusalCode.WindowExpired, late.Refusal!.Code);
        Assert.Equal((CommerceErrorKind.Conflict, false), (twice.Kind, twice.IsOutcomeUnknown));
    }

    [Fact]
    public async Task Manifest_that_cannot_be_fetched_does_not_hide_that_the_day_is_closed()
    {
        var client = Client();
        await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-1")) with { Label = FoundLabel });
        Sandbox.Faults.Add("colis_prive", "file", SandboxFault.AnswerHtml);

        var manifest = Assert.Single((await ((IManifestClient)client).CloseManifestAsync(new ManifestRequest { Key = new OperationKey("day-1") })).Value);

        Assert.Equal((1, 0), (manifest.TrackingNumbers.Count, manifest.Documents.Count));
    }

    [Fact]
    public async Task Label_that_cannot_be_fetched_leaves_the_outcome_open_and_names_the_parcel()
    {
        Sandbox.Faults.Add("colis_prive", "file", SandboxFault.AnswerHtml);

        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client().CreateShipmentAsync(ValidShipment(new OperationKey("order-1"))));

        Assert.True(failure.IsOutcomeUnknown);
        Assert.Contains(LiveShipments.Single(), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Container_has_a_pdf_of_two_sizes()
    {
        var client = (IColisPriveCarrierClient)Client();

        Assert.Equal("label", (await client.CreateContainerAsync(new LabelSpecification { Format = LabelFormat.Zpl })).Refusal!.Field);
        Assert.Equal("Label.Size", (await client.CreateContainerAsync(new LabelSpecification { Size = LabelSize.FourBySix })).Refusal!.Field);
        Assert.True((await client.CreateContainerAsync(new LabelSpecification { Size = LabelSize.A4 })).IsSuccess);
    }

    [Fact]
    public void Repetition_is_not_promised()
    {
        var capabilities = Client().Capabilities;

        Assert.Equal((LostAnswerRecovery.None, LostAnswerRecovery.None), (capabilities.Recovery, capabilities.FeatureRecovery[CarrierFeature.Manifests]));
        Assert.Contains("Never take a new key", capabilities.RecoveryNote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_parcel_that_is_refused_does_not_hide_the_first()
    {
        var request = ValidShipment(new OperationKey("order-1"), 3);

        var outcome = await Client().CreateShipmentAsync(request with
        {
            Parcels = [request.Parcels[0], request.Parcels[1] with { Weight = Weight.FromKilograms(35) }, request.Parcels[2]],
        });

        var partial = Assert.IsType<PartialShipment>(outcome.Refusal);
        Assert.Equal("A0000000000169002", Assert.Single(partial.Bought.Parcels).TrackingNumber.Value);
        Assert.Equal([1, 2], partial.MissingParcels);
    }

    [Fact]
    public async Task Delivery_of_an_existing_parcel_can_be_changed()
    {
        var client = (IColisPriveCarrierClient)Client();
        await client.TestAsync();
        var number = (await client.CreateShipmentAsync(ValidShipment(new OperationKey("order-1")))).Value.TrackingNumber;
        var request = new TrackingRequest { TrackingNumber = number };

        var offer = Assert.Single((await client.GetPickupPointsAsync(request)).Value);
        var day = (await client.GetDeliveryDaysAsync(request)).Value[0];

        Assert.Equal("00042", offer.Point.Id);
        Assert.Equal([new OpeningHours(DayOfWeek.Monday, new(9, 0), new(12, 0)), new OpeningHours(DayOfWeek.Monday, new(14, 0), new(19, 0))], offer.Point.OpeningHours);
        Assert.Equal("AM", day.TimeFrame);
        Assert.Equal(number, (await client.DeliverAgainAsync(request, day.Day, CarrierSamples.Recipient)).Value.TrackingNumber);
        Assert.Equal(number, (await client.SendToPickupPointAsync(request, new PickupPointReference { Id = "00042" }, CarrierSamples.Recipient.Contact)).Value.TrackingNumber);
        Assert.Equal(RefusalCode.NotFound, (await client.SendToPickupPointAsync(request, new PickupPointReference { Id = "9" })).Refusal!.Code);
        Assert.Equal("C00000001", (await client.CreateContainerAsync(new LabelSpecification())).Value.Code);
        Assert.Null(await ((IPickupPointFinder)client).FindPickupPointAsync(new PickupPointReference { Id = "9" }, CountryCode.France));
        Assert.Equal("RELAIS DU BAC A SABLE", (await ((IPickupPointFinder)client).FindPickupPointAsync(new PickupPointReference { Id = "00042" }, CountryCode.France))!.Name);
    }

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "HOME", LabelFormat.Pdf, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("A9999999999969002");

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret)
    {
        var colisPrive = Sandbox.Get<ColisPriveSandbox>();
        services.AddColisPriveCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("colis_prive");
            (options.UserName, options.Password) = (colisPrive.UserName, hasWrongSecret ? "wrong-password" : colisPrive.Password);
            (options.CustomerCode, options.AccountId) = (colisPrive.CustomerCode, colisPrive.AccountId);

            // Above what the sandbox takes, so that it can say no itself.
            options.MaxParcelKilograms = 40;
        });
    }
}
