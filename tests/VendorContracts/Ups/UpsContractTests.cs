using System.Text;
using System.Text.Json;
using Commerce.Carriers;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Ups;

public sealed partial class UpsContractTests
{
    internal const string Token = """{"token_type":"Bearer","access_token":"invented","expires_in":"14399"}""";

    private static readonly Party Sender = Someone("Ada Test", "Lille", "59000");
    private static readonly Party Recipient = Someone("Zoe Martin", "Lyon", "69002");

    private static readonly Party American = new()
    {
        Contact = new Contact { Name = "Lou Sample", Phone = PhoneNumber.Parse("+12025550100") },
        Address = new Address { Line1 = "1 Example Street", City = "Springfield", Region = "IL", PostalCode = "62701", Country = CountryCode.UnitedStates },
        IsResidential = true,
    };

    private static readonly ShipmentOptions Everything = new()
    {
        Signature = true, SaturdayDelivery = true, InsuredValue = new Money(100m, Currency.Parse("EUR")),
    };

    private static readonly Waiver ServiceOfThreeLetters = new(
        "body.RateRequest.Shipment.Service.Code minLength", "The contract asks for three characters and lists codes of two.");

    private static readonly Waiver DeclaredValueOfEightLetters = new(
        "body.RateRequest.Shipment.Package.PackageServiceOptions.DeclaredValue.MonetaryValue minLength",
        "The contract asks for exactly eight characters, but tells of a maximum only (21474836.47).");

    private static readonly Waiver OptionOfTenLetters = new(
        "path.requestoption maxLength", "The contract allows ten characters and lists Shoptimeintransit and Ratetimeintransit.");

    private static readonly Waiver RecoveryByRoadieNumbers = new(
        "body.LabelRecoveryRequest.TrackingNumbers required", "The contract asks always for what it describes as the numbers of Roadie shipments.");

    private static readonly Waiver RecoveryByReference = new(
        "body.LabelRecoveryRequest.ReferenceValues required", "The contract's own text asks for them only where no tracking number is given.");

    private static readonly Waiver RecoveredFormatOfFourLetters = new(
        "body.LabelRecoveryRequest.LabelSpecification.LabelImageFormat.Code minLength", "The contract asks for four characters and lists codes of three.");

    internal static RateRequest Rates { get; } = new() { Sender = Sender, Recipient = Recipient, Parcels = [Parcel()] };

    internal static ShipmentRequest Shipment { get; } = new()
    {
        Key = new OperationKey("order-1"),
        Service = new CarrierService("11"),
        Sender = Sender,
        Recipient = Recipient,
        Parcels = [Parcel(), Parcel()],
        Reference = "ORD-1",
        Label = new LabelSpecification { Format = LabelFormat.Zpl },
    };

    [VendorSpecFact]
    public Task Rates_of_all_services_keep_the_contract() => CheckAsync("Rating.yaml", client => ((IRateProvider)client).GetRatesAsync(Rates));

    [VendorSpecFact]
    public Task Rates_of_one_service_keep_the_contract() => CheckAsync("Rating.yaml", client => ((IRateProvider)client).GetRatesAsync(
        Rates with { Service = new CarrierService("11"), Options = Everything }), ServiceOfThreeLetters, DeclaredValueOfEightLetters);

    [VendorSpecFact]
    public Task Rates_with_the_day_of_hand_over_keep_the_contract() => CheckAsync("Rating.yaml", client => ((IRateProvider)client).GetRatesAsync(
        Rates with { ShipDate = new DateOnly(2026, 3, 3) }), OptionOfTenLetters);

    [VendorSpecFact]
    public Task Rates_of_one_service_with_the_day_of_hand_over_keep_the_contract() => CheckAsync(
        "Rating.yaml",
        client => ((IRateProvider)client).GetRatesAsync(Rates with { Service = new CarrierService("11"), ShipDate = new DateOnly(2026, 3, 3) }),
        ServiceOfThreeLetters,
        OptionOfTenLetters);

    [VendorSpecFact]
    public Task Rates_across_a_border_keep_the_contract() => CheckAsync("Rating.yaml", client => ((IRateProvider)client).GetRatesAsync(
        Rates with { Recipient = American, GoodsValue = new Money(120m, Currency.Parse("EUR")) }));

    [VendorSpecFact]
    public Task Shipments_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(Shipment));

    [VendorSpecFact]
    public Task Shipments_with_every_option_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(
        Shipment with { Options = Everything, ShipDate = new DateOnly(2026, 3, 3), Label = new LabelSpecification { Format = LabelFormat.Gif } }));

    [VendorSpecFact]
    public Task Shipments_within_the_United_States_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(
        Shipment with { Sender = American, Recipient = American, Options = Everything with { Signature = false, AdultSignature = true } }));

    [VendorSpecFact]
    public Task Voids_of_a_shipment_keep_the_contract() => CheckAsync("Shipping.yaml", client => VoidAsync(client));

    [VendorSpecFact]
    public Task Voids_of_one_parcel_keep_the_contract() => CheckAsync("Shipping.yaml", client => VoidAsync(client, "1Z12345E8791315413"));

    [VendorSpecFact]
    public Task Voids_of_several_parcels_keep_the_contract() => CheckAsync(
        "Shipping.yaml", client => VoidAsync(client, "1Z12345E8791315413", "1Z12345E8791315422"));

    [VendorSpecFact]
    public Task Label_recovery_keeps_the_contract() => CheckAsync(
        "Shipping.yaml",
        client => ((ILabelReprinter)client).ReprintAsync(new ReprintRequest
        {
            ShipmentId = new CarrierShipmentId("1Z12345E8791315413"), Label = new LabelSpecification { Format = LabelFormat.Gif },
        }),
        RecoveryByRoadieNumbers,
        RecoveryByReference,
        RecoveredFormatOfFourLetters);

    [VendorSpecFact]
    public Task Tracking_keeps_the_contract() => CheckAsync("Tracking.yaml", client => client.TrackAsync(
        new TrackingRequest { TrackingNumber = new TrackingNumber("1Z12345E8791315413") }));

    [VendorSpecFact]
    public Task Finding_by_reference_keeps_the_contract() => CheckAsync("Tracking.yaml", client => ((IShipmentFinder)client).FindShipmentAsync(
        new FindShipmentRequest { Key = new OperationKey("order-1") }));

    [VendorSpecFact]
    public async Task Token_requests_keep_the_contract()
    {
        await using var mock = await PrismMock.StartAsync(VendorSpecs.PathOf("carriers", "ups", "OAuthClientCredentials.yaml"));
        using var edge = new ContractEdge();

        await CallAsync(mock, edge, client => ((IRateProvider)client).GetRatesAsync(Rates));

        Assert.All(edge.Violations, violation => Assert.Contains("/api/rating/", violation, StringComparison.Ordinal));
        Assert.True(edge.Calls > 0);
    }

    private static async Task CheckAsync(string file, Func<ICarrierClient, Task> call, params Waiver[] waivers)
    {
        await using var mock = await PrismMock.StartAsync(VendorSpecs.PathOf("carriers", "ups", file));
        using var edge = new ContractEdge("/api", Token);

        await CallAsync(mock, edge, call);

        var broken = edge.Violations.SelectMany(Broken).ToList();
        Assert.True(broken.All(path => waivers.Any(waiver => waiver.Covers(path))), string.Join("\n", [.. broken, .. edge.Violations]));
        Assert.All(waivers, waiver => Assert.Contains(broken, waiver.Covers));
        Assert.True(edge.Calls > 0);
    }

    /// <summary>Names what a violation is about, such as <c>body.RateRequest.Shipment minLength</c>; the whole text where that is not told.</summary>
    private static List<string> Broken(string violation)
    {
        var list = violation.IndexOf('[', StringComparison.Ordinal);
        if (list < 0 || violation.IndexOf('{', StringComparison.Ordinal) < list)
        {
            return [violation];
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(violation[list..]));
        using var told = JsonDocument.ParseValue(ref reader);
        return
        [
            .. told.RootElement.EnumerateArray()
                .Select(entry => (At: entry.GetProperty("location").EnumerateArray().Select(step => step.ToString()).ToList(), Entry: entry))
                .Where(entry => entry.At[0] == "request")
                .Select(entry => (Path: string.Join('.', entry.At.Skip(1).Where(step => !step.All(char.IsAsciiDigit))), entry.Entry))
                .Select(entry => $"{entry.Path}{Missing(entry.Entry)} {entry.Entry.GetProperty("code").GetString()}"),
        ];

        static string Missing(JsonElement entry) =>
            entry.GetProperty("message").GetString()!.Split('\'') is [_, var name, ..] ? "." + name : "";
    }

    private static async Task CallAsync(PrismMock mock, ContractEdge edge, Func<ICarrierClient, Task> call)
    {
        var services = new ServiceCollection();
        services.AddUpsCarrier(options =>
        {
            options.BaseAddress = mock.Address;
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "A1B2C3");
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();

        try
        {
            await call(provider.GetRequiredKeyedService<ICarrierClient>("ups"));
        }
        catch (CommerceException)
        {
            // The mock invents values within the contract, not values that make sense together; what breaks the contract is in Violations.
        }
    }

    private static Task<Outcome<VoidConfirmation>> VoidAsync(ICarrierClient client, params string[] numbers) => ((IShipmentVoider)client).VoidAsync(new VoidRequest
    {
        ShipmentId = new CarrierShipmentId("1Z12345E8791315413"), TrackingNumbers = [.. numbers.Select(number => new TrackingNumber(number))],
    });

    private static Parcel Parcel() => new() { Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10), Description = "Lamps" };

    private static Party Someone(string name, string city, string postalCode) => new()
    {
        Contact = new Contact { Name = name, Phone = PhoneNumber.Parse("+33320000000") },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
