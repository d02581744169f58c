using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

/// <summary>
/// ORD-1 rule 2: tax is taken out of prices that include it. A lamp costs 29.90 and a vase 49.99; shipping costs 5.99 below 50.00; the seller is in France (20 %).
/// </summary>
public sealed class PricesIncludeTaxTests
{
    /// <summary>Country, lamps, vases, whether the buyer is exempt in France; goods, shipping, tax, total, by which rule.</summary>
    public static TheoryData<string, int, int, bool, decimal, decimal, decimal, decimal, TaxTreatment> Cases => new()
    {
        { "FR", 1, 0, false, 24.92m, 4.99m, 5.98m, 35.89m, TaxTreatment.Destination },
        { "FR", 2, 0, false, 49.83m, 0m, 9.97m, 59.80m, TaxTreatment.Destination },
        { "FR", 0, 1, false, 41.66m, 4.99m, 9.33m, 55.98m, TaxTreatment.Destination },
        { "FR", 2, 1, false, 91.49m, 0m, 18.30m, 109.79m, TaxTreatment.Destination },
        { "DE", 1, 0, false, 25.13m, 5.03m, 5.73m, 35.89m, TaxTreatment.Destination },
        { "LU", 2, 1, false, 93.84m, 0m, 15.95m, 109.79m, TaxTreatment.Destination },
        { "GB", 1, 0, false, 24.92m, 4.99m, 0m, 29.91m, TaxTreatment.Export },
        { "GB", 2, 0, false, 49.83m, 0m, 0m, 49.83m, TaxTreatment.Export },
        { "FR", 1, 0, true, 24.92m, 4.99m, 0m, 29.91m, TaxTreatment.Exempt },
        { "DE", 1, 0, true, 25.13m, 5.03m, 5.73m, 35.89m, TaxTreatment.Destination },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Order_and_tax_agent_take_the_same_tax_out_of_the_prices(
        string country, int lamps, int vases, bool isExempt, decimal goods, decimal shipping, decimal tax, decimal total, TaxTreatment treatment)
    {
        await using var shop = await Shop.OpenAsync(orders: static options => options.PricesIncludeTax = true);
        if (isExempt)
        {
            await ExemptAsync(shop);
        }

        var id = await shop.PlaceAsync(Draft(country, (Shop.Lamp, lamps), (Shop.Vase, vases)));

        var totals = (await shop.OrderAsync(id)).Totals!;
        Assert.Equal((goods, shipping, tax, total), (totals.Goods.Amount, totals.Shipping.Amount, totals.Tax.Amount, totals.Total.Amount));
        var told = shop.Host.Published.Only<TaxCalculated>();
        Assert.Equal((treatment, tax, goods + shipping), (told.Treatment, told.Tax.Amount, told.Lines.Sum(static line => line.Base.Amount)));
        Assert.Equal(total, Assert.Single(shop.Gateway.Payments).Amount.Amount);
    }

    [Fact]
    public async Task Lines_hold_what_the_tax_agent_has_recorded_for_them()
    {
        await using var shop = await Shop.OpenAsync(orders: static options => options.PricesIncludeTax = true);

        var id = await shop.PlaceAsync(Draft("FR", (Shop.Lamp, 1), (Shop.Vase, 1)));

        var order = await shop.OrderAsync(id);
        Assert.Equal([(24.92m, 4.98m), (41.66m, 8.33m)], order.Lines.Select(static line => (line.Net.Amount, line.Tax.Amount)));
        Assert.Equal([29.90m, 49.99m], order.Lines.Select(static line => line.UnitPrice.Amount));
        Assert.Equal(
            order.Lines.Select(static line => (line.Sku.Value, line.Net, line.Tax)),
            shop.Host.Published.Only<TaxCalculated>().Lines.Select(static line => (line.Id, line.Base, line.Tax)));
    }

    [Fact]
    public async Task Change_of_an_order_is_priced_by_the_same_rule()
    {
        // The same basket once more is held, and can be changed.
        await using var shop = await Shop.OpenAsync(orders: static options => options.PricesIncludeTax = true);
        await shop.PlaceAsync(Shop.Draft());
        var id = await shop.PlaceAsync(Shop.Draft(), "basket-2");

        await shop.Host.AskAsync<Answer>(new ModifyOrder(id, new OrderChange { Items = new Dictionary<Sku, int> { [Shop.Lamp] = 1 } }, "ann"));
        await shop.Host.SettleAsync();

        var totals = (await shop.OrderAsync(id)).Totals!;
        Assert.Equal((24.92m, 5.98m, 35.89m), (totals.Goods.Amount, totals.Tax.Amount, totals.Total.Amount));
        Assert.Equal(5.98m, shop.Host.Published.All<TaxCalculated>()[^1].Tax.Amount);
    }

    [Fact]
    public void Discount_is_shared_out_before_the_tax_is_taken_out()
    {
        var (lines, totals) = Priced.Of(
            [(Product("A", 29.90m), 2), (Product("B", 49.99m), 1)], Money.Eur(10m), new OrderOptions { PricesIncludeTax = true }, 0.20m);

        Assert.Equal([(45.29m, 9.06m), (37.87m, 7.57m)], lines.Select(static line => (line.Net.Amount, line.Tax.Amount)));
        Assert.Equal(
            (83.16m, 10m, 0m, 16.63m, 99.79m),
            (totals.Goods.Amount, totals.Discount.Amount, totals.Shipping.Amount, totals.Tax.Amount, totals.Total.Amount));
    }

    [Fact]
    public void Shipping_that_is_not_taxed_is_paid_as_it_is()
    {
        var (_, totals) = Priced.Of([(Product("A", 29.90m), 1)], null, new OrderOptions { PricesIncludeTax = true, IsShippingTaxed = false }, 0.20m);

        Assert.Equal((24.92m, 5.99m, 4.98m, 35.89m), (totals.Goods.Amount, totals.Shipping.Amount, totals.Tax.Amount, totals.Total.Amount));
    }

    [Fact]
    public async Task Buyer_who_is_exempt_pays_no_tax_on_prices_without_tax_either()
    {
        await using var shop = await Shop.OpenAsync();
        await ExemptAsync(shop);

        var id = await shop.PlaceAsync(Shop.Draft());

        var totals = (await shop.OrderAsync(id)).Totals!;
        Assert.Equal((0m, 59.80m), (totals.Tax.Amount, totals.Total.Amount));
        Assert.Equal((TaxTreatment.Exempt, totals.Tax), (shop.Host.Published.Only<TaxCalculated>().Treatment, shop.Host.Published.Only<TaxCalculated>().Tax));
    }

    private static async Task ExemptAsync(Shop shop)
    {
        var today = DateOnly.FromDateTime(shop.Host.Clock.GetUtcNow().UtcDateTime);
        Assert.Empty((await shop.Host.AskAsync<Answer>(new GrantExemption("zoe", CountryCode.France, "C-1", today))).Refusals);
    }

    private static OrderDraft Draft(string country, params (Sku Sku, int Quantity)[] items)
    {
        var draft = Shop.Draft();
        return draft with
        {
            Items = items.Where(static item => item.Quantity > 0).ToDictionary(static item => item.Sku, static item => item.Quantity),
            ShipTo = draft.ShipTo with { Address = draft.ShipTo.Address with { Country = CountryCode.Parse(country) } },
        };
    }

    private static ProductInfo Product(string sku, decimal price) => new(new Sku(sku), sku, Money.Eur(price), Weight.FromKilograms(1));
}
