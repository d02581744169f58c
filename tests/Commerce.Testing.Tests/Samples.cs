using Commerce.Carriers;
using Commerce.Marketplaces;

namespace Commerce.Testing.Tests;

internal static class Samples
{
    internal static ShipmentRequest Shipment(OperationKey key, int parcels = 1) => new()
    {
        Key = key,
        Service = new CarrierService("std"),
        Sender = Party("Lampes du Nord", "59000", "Lille"),
        Recipient = Party("Zoé Martin", "69002", "Lyon"),
        Parcels = [.. Enumerable.Range(0, parcels).Select(_ => new Parcel { Weight = Weight.FromKilograms(1.25m) })],
    };

    internal static MarketplaceOrder Order(MarketplaceOrderId id) => new()
    {
        Id = id,
        Marketplace = MarketplaceCode.Mirakl,
        State = MarketplaceOrderState.AwaitingAcceptance,
        VendorState = "WAITING_ACCEPTANCE",
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        PricesIncludeTax = true,
        Lines =
        [
            new MarketplaceOrderLine
            {
                Id = new MarketplaceOrderLineId($"{id}-1"),
                Sku = new Sku("LAMP-1"),
                Title = "Lamp",
                Quantity = 2,
                UnitPrice = Money.Eur(29.90m),
                GoodsPrice = Money.Eur(59.80m),
                Shipping = Money.Eur(4.90m),
                Tax = Money.Eur(10.78m),
            },
        ],
        Amounts = new OrderAmounts
        {
            Goods = Money.Eur(59.80m), Shipping = Money.Eur(4.90m), Tax = Money.Eur(10.78m), Total = Money.Eur(64.70m),
        },
    };

    private static Party Party(string name, string postalCode, string city) => new()
    {
        Contact = new Contact { Name = name },
        Address = new Address { Line1 = "12 rue des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
    };
}
