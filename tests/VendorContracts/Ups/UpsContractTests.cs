using Commerce.Carriers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Ups;

public sealed class UpsContractTests
{
    internal const string Token = """{"token_type":"Bearer","access_token":"invented","expires_in":"14399"}""";

    private static readonly Party Sender = Someone("Ada Test", "Lille", "59000");
    private static readonly Party Recipient = Someone("Zoe Martin", "Lyon", "69002");

    internal static RateRequest Rates { get; } = new() { Sender = Sender, Recipient = Recipient, Parcels = [Parcel()] };

    [VendorSpecFact]
    public Task Rates_keep_the_contract() => CheckAsync("Rating.yaml", client => ((IRateProvider)client).GetRatesAsync(Rates));

    [VendorSpecFact]
    public Task Shipments_keep_the_contract() => CheckAsync("Shipping.yaml", client => client.CreateShipmentAsync(new ShipmentRequest
    {
        Key = new OperationKey("order-1"),
        Service = new CarrierService("11"),
        Sender = Sender,
        Recipient = Recipient,
        Parcels = [Parcel(), Parcel()],
        Reference = "ORD-1",
        Label = new LabelSpecification { Format = LabelFormat.Zpl },
    }));

    [VendorSpecFact]
    public Task Voids_keep_the_contract() => CheckAsync("Shipping.yaml", client => ((IShipmentVoider)client).VoidAsync(
        new VoidRequest { ShipmentId = new CarrierShipmentId("1Z12345E8791315413") }));

    [VendorSpecFact]
    public Task Tracking_keeps_the_contract() => CheckAsync("Tracking.yaml", client => client.TrackAsync(
        new TrackingRequest { TrackingNumber = new TrackingNumber("1Z12345E8791315413") }));

    private static async Task CheckAsync(string file, Func<ICarrierClient, Task> call)
    {
        await using var mock = await PrismMock.StartAsync(VendorSpecs.PathOf("carriers", "ups", file));
        using var edge = new ContractEdge("/api", Token);
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

        Assert.True(edge.Violations.Count == 0, string.Join("\n", edge.Violations));
        Assert.True(edge.Calls > 0);
    }

    private static Parcel Parcel() => new() { Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10), Description = "Lamps" };

    private static Party Someone(string name, string city, string postalCode) => new()
    {
        Contact = new Contact { Name = name, Phone = PhoneNumber.Parse("+33320000000") },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
