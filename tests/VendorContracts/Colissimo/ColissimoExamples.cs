using System.Net;
using System.Text;
using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.VendorContracts.Colissimo;

/// <summary>Colissimo's example files, and requests that say what they say.</summary>
internal static class ColissimoExamples
{
    private static readonly Party Merchant = new()
    {
        Contact = new Contact { Name = "Alice Martin", Company = "ACME SARL", Phone = PhoneNumber.Parse("0102030405"), Email = EmailAddress.Parse("sender@example.com") },
        Address = new Address { Line1 = "10 rue des Tests", City = "Paris", PostalCode = "75011", Country = CountryCode.France },
    };

    private static readonly Party Buyer = new()
    {
        Contact = new Contact { Name = "Bruno Durand", Phone = PhoneNumber.Parse("0612345678"), Email = EmailAddress.Parse("recipient@example.com") },
        Address = new Address { Line1 = "5 avenue de l Exemple", City = "Lyon", PostalCode = "69002", Country = CountryCode.France },
    };

    internal static readonly ShipmentRequest Domestic = new()
    {
        Key = new OperationKey("ORD-1001"), Service = new CarrierService("DOS"), Reference = "ORD-1001",
        Sender = Merchant, Recipient = Buyer with { Address = Buyer.Address with { Line2 = "Bat B" } },
        Parcels = [new Parcel { Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10), Reference = "ORD-1001" }],
        Options = new ShipmentOptions { Signature = true, InsuredValue = Money.Eur(150) },
        VendorFields = new Dictionary<string, string> { ["instructions"] = "Fragile", ["doorCode1"] = "12A4", ["nonMachinable"] = "false" },
    };

    internal static readonly ShipmentRequest Declared = Domestic with
    {
        Recipient = new Party
        {
            Contact = new Contact { Name = "Carla Meier", Phone = PhoneNumber.Parse("+41790000000"), Email = EmailAddress.Parse("recipient@example.com") },
            Address = new Address { Line1 = "Beispielstrasse 1", City = "Zurich", PostalCode = "8001", Country = CountryCode.Parse("CH") },
        },
        Sender = Merchant with { Eori = "FR00000000000000" },
        Label = new LabelSpecification { Format = LabelFormat.Pdf, Size = LabelSize.A4 },
        Parcels = [new Parcel { Weight = Weight.FromKilograms(1.1m), Reference = "ORD-1003" }],
        Options = ShipmentOptions.None,
        Customs = new CustomsDeclaration
        {
            Items =
            [
                new CustomsItem
                {
                    Description = "Cotton T-shirt", Quantity = 2, UnitValue = Money.Eur(20), UnitWeight = Weight.FromGrams(450), Origin = CountryCode.France,
                    HsCode = "610910", Sku = new Sku("TS-01"),
                },
            ],
            InvoiceNumber = "INV-1003", ShippingCharge = Money.Eur(25),
        },
        VendorFields = new Dictionary<string, string> { ["OUTPUT_PRINT_TYPE_CN23"] = "PDF_A4_300dpi" },
    };

    internal static readonly ShipmentRequest ToPoint = Domestic with
    {
        Service = new CarrierService("HD"), Recipient = Buyer, PickupPoint = new PickupPointReference { Id = "012345", Name = "RELAIS EXEMPLE", Address = Buyer.Address }, Options = ShipmentOptions.None,
        Label = new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A6, Dpi = 203 },
        Parcels = [new Parcel { Weight = Weight.FromKilograms(2), Reference = "ORD-1002" }],
        VendorFields = new Dictionary<string, string> { ["nonMachinable"] = "false" },
    };

    internal static readonly PickupRequest Pickup = new()
    {
        Key = new OperationKey("pickup-1"), From = Buyer, Parcels = Domestic.Parcels, TrackingNumbers = [new TrackingNumber("8R00000000001")],
        Date = new DateOnly(2026, 3, 4), ReadyAt = new TimeOnly(8, 0), CloseAt = new TimeOnly(18, 0),
    };

    internal static readonly PickupPointRequest Near = new() { Near = Buyer.Address, ParcelWeight = Weight.FromGrams(1250) };

    internal static readonly TrackingRequest Track = new() { TrackingNumber = new TrackingNumber("6C00000000001") };

    internal static readonly ReprintRequest Reprint = new() { ShipmentId = new CarrierShipmentId("6C00000000001") };

    internal static readonly ManifestRequest Slip = new()
    {
        Key = new OperationKey("day-1"), TrackingNumbers = [new TrackingNumber("6C00000000001"), new TrackingNumber("6C00000000002")],
    };

    internal static byte[] File(string name) => System.IO.File.ReadAllBytes(VendorSpecs.PathOf("carriers", "colissimo", name));

    /// <summary>Reads the example of a multipart answer: its media type, and its body in Latin-1.</summary>
    internal static (string MediaType, string Body) Multipart()
    {
        var text = Encoding.Latin1.GetString(File("generateLabel.response.multipart.txt"));
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        const string Name = "Content-Type: ";
        return (text[..end].Split('\n').Single(line => line.StartsWith(Name, StringComparison.Ordinal))[Name.Length..], text[(end + 2)..]);
    }

    internal static byte[] JsonOf(string frame) => Encoding.Latin1.GetBytes(Line(frame));

    /// <summary>Puts another JSON part into the example.</summary>
    internal static byte[] With(string frame, byte[] json) =>
        Encoding.Latin1.GetBytes(frame.Replace(Line(frame), Encoding.Latin1.GetString(json), StringComparison.Ordinal));

    /// <summary>Calls a client whose Colissimo gives one answer.</summary>
    /// <returns>What the user gets: the result, or the failure.</returns>
    internal static async Task<object?> CallAsync<T>(
        Func<HttpRequestMessage, byte[]> answer, Func<ICarrierClient, Task<T>> call, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json")
    {
        using var edge = new ExampleEdge(mediaType) { Answer = answer, Status = status };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new Morning());
        services.AddColissimoCarrier(options => (options.ApiKey, options.CommercialName, options.MaxRetries) = ("invented", "ACME", 0)).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        return await ExampleAnswers.TryAsync(async () => await call(provider.GetRequiredKeyedService<ICarrierClient>("colissimo")));
    }

    private static string Line(string frame) => frame.Split('\n').Single(line => line.StartsWith('{'));

    /// <summary>The examples' own day.</summary>
    private sealed class Morning : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    }
}
