using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Colissimo;

public sealed class ColissimoSandboxTests() : CarrierSandboxTests("colissimo")
{
    protected override IReadOnlyCollection<string> LiveShipments => Sandbox.Get<ColissimoSandbox>().Parcels;

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => CarrierSamples.Shipment(key, "DOM", LabelFormat.Pdf, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("6C99999999999");

    protected override void AddCarrier(IServiceCollection services, bool hasWrongSecret)
    {
        var colissimo = Sandbox.Get<ColissimoSandbox>();
        services.AddColissimoCarrier(options =>
        {
            options.BaseAddress = Sandbox.AddressOf("colissimo");
            options.ApiKey = hasWrongSecret ? "wrong-key" : colissimo.ApiKey;
            options.CommercialName = "Lampes du Nord";
        });
    }

    [Fact]
    public async Task A_return_is_collected_from_the_mailbox_on_a_day_that_is_offered()
    {
        var client = Client();
        var there = ValidShipment(new OperationKey("return-1"));
        var back = await ((IReturnLabelClient)client).CreateReturnAsync(
            there with { Service = new CarrierService("CORE"), Sender = there.Recipient, Recipient = there.Sender });
        var pickup = new PickupRequest
        {
            Key = new OperationKey("pickup-1"),
            From = there.Recipient,
            Date = new DateOnly(2026, 3, 3),
            ReadyAt = new TimeOnly(8, 0),
            CloseAt = new TimeOnly(12, 0),
            Parcels = there.Parcels,
            TrackingNumbers = [back.Value.Parcels[0].TrackingNumber],
        };

        var slots = await ((IPickupCalendar)client).FindPickupSlotsAsync(pickup);
        var booking = await ((IPickupScheduler)client).BookPickupAsync(pickup with { Date = slots[0].Date });

        Assert.Equal(back.Value.Parcels[0].TrackingNumber.Value, booking.Value.ConfirmationNumber);
    }

    [Fact]
    public async Task Parcels_of_the_day_are_handed_over_with_a_slip()
    {
        var client = Client();
        var shipment = (await client.CreateShipmentAsync(ValidShipment(new OperationKey("slip-1"), parcels: 2))).Value;

        var slip = (await ((IManifestClient)client).CloseManifestAsync(new ManifestRequest
        {
            Key = new OperationKey("slip"), TrackingNumbers = [.. shipment.Parcels.Select(parcel => parcel.TrackingNumber)],
        })).Value;

        Assert.Equal(2, Assert.Single(slip).ParcelCount);
    }
}
