using Commerce;
using Commerce.Carriers;
using Commerce.Testing.Sandbox;
using Microsoft.Extensions.DependencyInjection;

// The sandbox plays UPS on this machine. For the real one leave BaseAddress out and give your own credentials.
await using var sandbox = await SandboxHost.StartAsync();
var account = sandbox.Get<UpsSandbox>();
var services = new ServiceCollection();
services.AddUpsCarrier(ups =>
{
    ups.BaseAddress = sandbox.AddressOf("ups");
    (ups.ClientId, ups.ClientSecret, ups.AccountNumber) = (account.ClientId, account.ClientSecret, account.AccountNumber);
});
await using var provider = services.BuildServiceProvider();
var carrier = provider.GetRequiredKeyedService<ICarrierClient>("ups");

var shop = Someone("Lampes du Nord", "12 rue des Essais", "59000", "Lille");
var buyer = Someone("Zoé Martin", "5 avenue du Test", "69002", "Lyon");
Parcel[] parcels = [new() { Weight = Weight.FromKilograms(2.5m), Dimensions = new Dimensions(30, 20, 15) }];

var rates = await ((IRateProvider)carrier).GetRatesAsync(new RateRequest { Sender = shop, Recipient = buyer, Parcels = parcels });
foreach (var quote in rates.Quotes)
{
    Console.WriteLine($"{quote.ServiceName}: {quote.Price}, {quote.TransitDays} days");
}

var key = new OperationKey("order-1001");
var request = new ShipmentRequest { Key = key, Service = rates.Quotes[0].Service, Sender = shop, Recipient = buyer, Parcels = parcels, Label = carrier.Capabilities.Labels[0] };
var shipment = (await carrier.CreateShipmentAsync(request)).Value;
await File.WriteAllBytesAsync($"{shipment.TrackingNumber}.{shipment.Documents[0].Format}", shipment.Documents[0].Content.ToArray());
Console.WriteLine($"Bought {shipment.TrackingNumber} for {shipment.Price}; the label is in {shipment.TrackingNumber}.{shipment.Documents[0].Format}");

static Party Someone(string name, string line, string postalCode, string city) => new()
{
    Contact = new Contact { Name = name, Phone = PhoneNumber.Parse("+33320000000") }, Address = new Address { Line1 = line, PostalCode = postalCode, City = city, Country = CountryCode.France },
};
