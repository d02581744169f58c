using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Colissimo;

/// <summary>Every operation of the label service against Colissimo's OpenAPI file, and its example answers.</summary>
public sealed class ColissimoContractTests
{
    private static readonly Party Merchant = Someone("Ada Test", "Lille", "59000");
    private static readonly Party Buyer = Someone("Zoe Martin", "Lyon", "69002");

    private static readonly ShipmentRequest Shipment = new()
    {
        Key = new OperationKey("order-1"), Service = new CarrierService("DOS"), Sender = Merchant, Recipient = Buyer, Reference = "ORD-1",
        Parcels = [new Parcel { Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10) }],
        Options = new ShipmentOptions { Signature = true, InsuredValue = Money.Eur(300), CashOnDelivery = Money.Eur(12.34m) },
    };

    private static readonly PickupRequest Pickup = new()
    {
        Key = new OperationKey("pickup-1"), From = Buyer, Parcels = Shipment.Parcels, TrackingNumbers = [new TrackingNumber("8R00000000001")],
        Date = new DateOnly(2026, 3, 4), ReadyAt = new TimeOnly(8, 0), CloseAt = new TimeOnly(18, 0),
    };

    private static readonly Waiver DepositDay = Day("letter.service.depositDate");
    private static readonly Waiver InvoiceDay = Day("letter.customsDeclarations.contents.original.originalInvoiceDate");

    [VendorSpecFact]
    public Task Label_keeps_the_contract() => CheckAsync(client => client.CreateShipmentAsync(Shipment), DepositDay);

    [VendorSpecFact]
    public Task Label_with_customs_keeps_the_contract() => CheckAsync(client => client.CreateShipmentAsync(Shipment with
    {
        Recipient = Buyer with { Address = Buyer.Address with { Country = CountryCode.Parse("CH"), PostalCode = "8001", City = "Zurich" } },
        Options = ShipmentOptions.None,
        Customs = new CustomsDeclaration
        {
            Items =
            [
                new CustomsItem
                {
                    Description = "Cotton T-shirt", Quantity = 2, UnitValue = Money.Eur(20), UnitWeight = Weight.FromGrams(450), Origin = CountryCode.France, HsCode = "610910",
                },
            ],
            Reason = ExportReason.Return, InvoiceNumber = "INV-7", InvoiceDate = new DateOnly(2026, 3, 1), ShippingCharge = Money.Eur(4.90m),
        },
    }), DepositDay, InvoiceDay);

    [VendorSpecFact]
    public Task Return_keeps_the_contract() => CheckAsync(client => ((IReturnLabelClient)client).CreateReturnAsync(Shipment with
    {
        Service = new CarrierService("CORE"), Sender = Buyer, Recipient = Merchant, Options = ShipmentOptions.None,
    }), DepositDay);

    [VendorSpecFact]
    public Task Validation_keeps_the_contract() => CheckAsync(client => ((IShipmentValidator)client).ValidateShipmentAsync(Shipment), DepositDay);

    [VendorSpecFact]
    public Task Reprint_keeps_the_contract() => CheckAsync(client => ((ILabelReprinter)client).ReprintAsync(
        new ReprintRequest { ShipmentId = new CarrierShipmentId("6C00000000001") }));

    [VendorSpecFact]
    public Task Bordereau_keeps_the_contract() => CheckAsync(client => ((IManifestClient)client).CloseManifestAsync(
        new ManifestRequest { Key = new OperationKey("day-1"), TrackingNumbers = [new TrackingNumber("6C00000000001")] }));

    [VendorSpecFact]
    public Task Days_of_collection_keep_the_contract() => CheckAsync(client => ((IPickupCalendar)client).FindPickupSlotsAsync(Pickup));

    [VendorSpecFact]
    public Task Collection_keeps_the_contract() => CheckAsync(client => ((IPickupScheduler)client).BookPickupAsync(Pickup), Day("mailBoxPickingDate"));

    // The contract calls them moments; Colissimo's samples and modules send days.
    private static Waiver Day(string path) => new(
        $"body.{path} format Request body property {(path.Contains("original", StringComparison.Ordinal) ? path.Replace("original.", "original.0.", StringComparison.Ordinal) : path)} must match format \"date-time\"",
        "a day, as in Colissimo's samples");

    private static async Task CheckAsync(Func<ICarrierClient, Task> call, params Waiver[] waivers)
    {
        await using var mock = await PrismMock.StartAsync(VendorSpecs.PathOf("carriers", "colissimo", "sls-openapi.json"));
        using var edge = new ContractEdge("/sls-ws/SlsServiceWSRest/3.1");
        var services = new ServiceCollection();
        services.AddColissimoCarrier(options => (options.BaseAddress, options.ApiKey, options.AccountNumber) = (mock.Address, "invented", "123456"))
            .AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();

        try
        {
            await call(provider.GetRequiredKeyedService<ICarrierClient>("colissimo"));
        }
        catch (CommerceException)
        {
            // The mock answers with words such as "string"; only our request is judged here.
        }

        var broken = edge.Violations.SelectMany(ContractViolations.Named).ToList();
        Assert.True(broken.All(path => waivers.Any(waiver => waiver.Covers(path))), string.Join('\n', [.. broken, .. edge.Violations]));
        Assert.All(waivers, waiver => Assert.Contains(broken, waiver.Covers));
        Assert.True(edge.Calls > 0);
    }

    private static Party Someone(string name, string city, string postalCode) => new()
    {
        Contact = new Contact { Name = name, Phone = PhoneNumber.Parse("+33612345678"), Email = EmailAddress.Parse("someone@example.com") },
        Address = new Address { Line1 = "1 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
