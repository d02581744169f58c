namespace Commerce.Carriers.Tests;

internal static class CarrierSamples
{
    internal static readonly Party Sender = new()
    {
        Contact = new Contact { Name = "Ada Test", Company = "Lampes du Nord", Phone = PhoneNumber.Parse("+33320000000"), Email = EmailAddress.Parse("depot@example.com") },
        Address = new Address { Line1 = "10 rue des Essais", City = "Lille", PostalCode = "59000", Country = CountryCode.France },
    };

    internal static readonly Party Recipient = new()
    {
        Contact = new Contact { Name = "Zoé Martin", Phone = PhoneNumber.Parse("+33612345678"), Email = EmailAddress.Parse("zoe@example.com") },
        Address = new Address { Line1 = "5 avenue de l'Exemple", Line2 = "Bâtiment B", City = "Lyon", PostalCode = "69002", Country = CountryCode.France },
    };

    internal static ShipmentRequest Shipment(OperationKey key, string service, LabelFormat format, int parcels = 1) => new()
    {
        Key = key,
        Service = new CarrierService(service),
        Sender = Sender,
        Recipient = Recipient,
        Reference = "ORD-20260302-7K2M9P",
        Label = new LabelSpecification { Format = format },
        Parcels = [.. Enumerable.Range(0, parcels).Select(_ => new Parcel
        {
            Weight = Weight.FromKilograms(1.25m), Dimensions = new Dimensions(30, 20, 10), Description = "Lamps",
        })],
    };

    internal static RateRequest Rates() => new()
    {
        Sender = Sender, Recipient = Recipient, Parcels = Shipment(new OperationKey("k"), "x", LabelFormat.Pdf).Parcels,
    };
}
