using Commerce.Agents.Domain.Catalog;

namespace Commerce.Samples.Platform;

/// <summary>A small catalogue with invented products.</summary>
internal static class Catalogue
{
    internal static readonly ProductInfo Lamp = new(new Sku("LAMP-1"), "Desk lamp", Money.Eur(29.90m), Weight.FromKilograms(1.2m), new Dimensions(30, 20, 15));
    internal static readonly ProductInfo Vase = new(new Sku("VASE-1"), "Stone vase", Money.Eur(49.99m), Weight.FromKilograms(2.5m), new Dimensions(25, 25, 35));
    internal static readonly ProductInfo Clock = new(new Sku("CLOCK-1"), "Wall clock", Money.Eur(22.90m), Weight.FromKilograms(0.8m));
    internal static readonly ProductInfo Planter = new(new Sku("PLANTER-1"), "Planter", Money.Eur(79m), Weight.FromKilograms(12), new Dimensions(40, 40, 40));
    internal static readonly ProductInfo Bench = new(new Sku("BENCH-1"), "Garden bench", Money.Eur(149m), Weight.FromKilograms(34), new Dimensions(60, 50, 40));
    internal static readonly ProductInfo Rail = new(new Sku("RAIL-1"), "Curtain rail", Money.Eur(39m), Weight.FromKilograms(3), new Dimensions(262, 18, 18));

    internal static readonly ProductInfo[] Products = [Lamp, Vase, Clock, Planter, Bench, Rail];

    internal static readonly Party Warehouse = Someone("Lampes du Nord", "12 rue des Essais", "59000", "Lille");

    internal static Party Someone(string name, string line, string postalCode, string city, string country = "FR") => new()
    {
        Contact = new Contact { Name = name, Phone = PhoneNumber.Parse("+33320000000"), Email = EmailAddress.Parse("test@example.com") },
        Address = new Address { Line1 = line, PostalCode = postalCode, City = city, Country = CountryCode.Parse(country) },
    };
}
