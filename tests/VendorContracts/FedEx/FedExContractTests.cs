using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.FedEx;

/// <summary>Every request against FedEx's own OpenAPI contracts, played by Prism.</summary>
public sealed class FedExContractTests
{
    internal const string Token = """{"token_type":"bearer","access_token":"invented","expires_in":3600,"scope":"CXS"}""";

    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly Party Sender = Someone("Ada Test", "Lille", "59000");

    private static readonly Party American = new()
    {
        Contact = new Contact { Name = "Lou Sample", Phone = PhoneNumber.Parse("+12025550100"), Email = EmailAddress.Parse("lou@example.com") },
        Address = new Address { Line1 = "1 Example Street", City = "Springfield", Region = "IL", PostalCode = "62701", Country = CountryCode.UnitedStates },
    };

    internal static TrackingRequest Number { get; } = new() { TrackingNumber = new TrackingNumber("123456789012") };

    internal static RateRequest Rates { get; } = new() { Sender = Sender, Recipient = Someone("Zoe Martin", "Lyon", "69002"), Parcels = [Parcel()], ShipDate = Day };

    internal static RateRequest WithOptions { get; } = Rates with
    {
        Options = new ShipmentOptions { Signature = true, SaturdayDelivery = true, CashOnDelivery = new Money(40m, Currency.Parse("EUR")) },
        PickupPoint = new PickupPointReference { Id = "XXXX", Name = "Relais Exemple", Address = Rates.Recipient.Address },
    };

    internal static ShipmentRequest Shipment { get; } = new()
    {
        Key = new OperationKey("order-1"),
        Service = new CarrierService("FEDEX_INTERNATIONAL_PRIORITY"),
        Sender = Sender with { Eori = "FR12345678900011" },
        Recipient = American,
        Parcels = [Parcel()],
        Reference = "ORD-1",
        ShipDate = Day,
        Options = new ShipmentOptions { Signature = true, SaturdayDelivery = true, NotifyByEmail = true, InsuredValue = new Money(100m, Currency.Parse("EUR")) },
        Customs = new CustomsDeclaration
        {
            Items =
            [
                new CustomsItem
                {
                    Description = "Lamps", Quantity = 2, UnitValue = new Money(20m, Currency.Parse("EUR")), UnitWeight = Weight.FromGrams(450),
                    Origin = CountryCode.France, HsCode = "940520",
                },
            ],
            InvoiceNumber = "INV-1",
            Incoterm = Incoterm.Ddp,
        },
    };

    internal static PickupRequest Pickup { get; } = new()
    {
        Key = new OperationKey("pickup-1"), From = American, Date = Day, ReadyAt = new TimeOnly(11, 0), CloseAt = new TimeOnly(17, 0), Parcels = [Parcel()],
    };

    private static readonly Waiver[] Validation =
    [
        new("**.totalWeight type Request body property requestedShipment.totalWeight must be integer", "a weight with decimals, as ship itself takes it"),
        new("**.totalWeight format Request body property requestedShipment.totalWeight must match format \"int32\"", "a weight with decimals, as ship itself takes it"),
        new("body oneOf Request body must match exactly one schema in oneOf", "says the same of the whole body"),
    ];

    [VendorSpecFact]
    public Task Rates_keep_the_contract() => CheckAsync("rate.json", client => ((IRateProvider)client).GetRatesAsync(Rates with { Options = Shipment.Options }));

    [VendorSpecFact]
    public Task Rates_across_a_border_keep_the_contract() => CheckAsync("rate.json", client => ((IRateProvider)client).GetRatesAsync(
        Rates with { Recipient = American, Customs = Shipment.Customs }));

    [VendorSpecFact]
    public Task Transit_times_keep_the_contract() => CheckAsync("availability.json", client => ((ITransitTimeProvider)client).GetTransitTimesAsync(Rates));

    [VendorSpecFact]
    public Task Rates_with_cash_at_a_pickup_point_keep_the_contract() => CheckAsync("rate.json", client => ((IRateProvider)client).GetRatesAsync(WithOptions));

    [VendorSpecFact]
    public Task Transit_times_with_options_keep_the_contract() => CheckAsync("availability.json", client => ((ITransitTimeProvider)client).GetTransitTimesAsync(WithOptions));

    [VendorSpecFact]
    public Task Shipments_keep_the_contract() => CheckAsync("ship.json", client => client.CreateShipmentAsync(Shipment));

    [VendorSpecFact]
    public Task Shipments_to_a_pickup_point_keep_the_contract() => CheckAsync("ship.json", client => client.CreateShipmentAsync(Shipment with
    {
        PickupPoint = new PickupPointReference { Id = "XXXX" }, Customs = Shipment.Customs! with { UploadedDocumentIds = ["090493e181586308"] },
    }));

    [VendorSpecFact]
    public Task Returns_keep_the_contract() => CheckAsync("ship.json", client => ((IReturnLabelClient)client).CreateReturnAsync(Shipment));

    [VendorSpecFact]
    public Task Validation_keeps_the_contract() => CheckAsync("ship.json", client => ((IShipmentValidator)client).ValidateShipmentAsync(Shipment), Validation);

    [VendorSpecFact]
    public Task Voids_keep_the_contract() => CheckAsync("ship.json", client => ((IShipmentVoider)client).VoidAsync(
        new VoidRequest { ShipmentId = new CarrierShipmentId("794953555571") }));

    [VendorSpecFact]
    public Task Tracking_keeps_the_contract() => CheckAsync("track.json", client => client.TrackAsync(Number));

    [VendorSpecFact]
    public Task Finding_keeps_the_contract() => CheckAsync("track.json", client => ((IShipmentFinder)client).FindShipmentAsync(
        new FindShipmentRequest { Key = new OperationKey("order-1") }));

    [VendorSpecFact]
    public Task Proof_of_delivery_keeps_the_contract() => CheckAsync("track.json", client => ((IProofOfDeliveryProvider)client).GetProofOfDeliveryAsync(Number));

    [VendorSpecFact]
    public Task Pickups_keep_the_contract() => CheckAsync("pickup.json", client => ((IPickupScheduler)client).BookPickupAsync(Pickup));

    [VendorSpecFact]
    public Task Pickup_slots_keep_the_contract() => CheckAsync("pickup.json", client => ((IPickupCalendar)client).FindPickupSlotsAsync(Pickup));

    [VendorSpecFact]
    public Task Cancelled_pickups_keep_the_contract() => CheckAsync("pickup.json", client => ((IPickupCanceller)client).CancelPickupAsync(
        new PickupBooking { ConfirmationNumber = "3001", Date = Day, Location = "FDXE/NQAA" }));

    [VendorSpecFact]
    public Task Pickup_points_keep_the_contract() => CheckAsync("locations.json", client => ((IPickupPointDirectory)client).FindPickupPointsAsync(
        new PickupPointRequest { Near = Sender.Address, ParcelWeight = Weight.FromKilograms(3) }));

    [VendorSpecFact]
    public Task Addresses_keep_the_contract() => CheckAsync("address-validation.json", client => ((IAddressValidator)client).ValidateAddressAsync(American.Address));

    [VendorSpecFact]
    public Task Ground_close_keeps_the_contract() => CheckAsync("ground-close.json", client => ((IManifestClient)client).CloseManifestAsync(
        new ManifestRequest { Key = new OperationKey("close-1"), Date = Day }));

    [VendorSpecFact]
    public Task Reprinted_ground_close_keeps_the_contract() => CheckAsync("ground-close.json", client => ((IManifestReprinter)client).ReprintManifestAsync("2026-03-02"));

    private static async Task CheckAsync(string file, Func<ICarrierClient, Task> call, params Waiver[] waivers)
    {
        using var contract = new FedExContract(file);
        await using var mock = await PrismMock.StartAsync(contract.File);
        using var edge = new ContractEdge("", Token);
        var services = new ServiceCollection();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = mock.Address;
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "700257037");
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();

        try
        {
            await call(provider.GetRequiredKeyedService<ICarrierClient>("fedex"));
        }
        catch (CommerceException)
        {
            // The mock invents values within the contract, not values that make sense together; what breaks the contract is in Violations.
        }

        var broken = edge.Violations.SelectMany(ContractViolations.Named).ToList();
        Assert.True(broken.All(path => waivers.Any(waiver => waiver.Covers(path))), string.Join("\n", [.. broken, .. edge.Violations]));
        Assert.All(waivers, waiver => Assert.Contains(broken, waiver.Covers));
        Assert.True(edge.Calls > 0);
    }

    private static Parcel Parcel() => new() { Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10), Description = "Lamps" };

    private static Party Someone(string name, string city, string postalCode) => new()
    {
        Contact = new Contact { Name = name, Phone = PhoneNumber.Parse("+33320000000") },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
