using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Tests.Domain;

/// <summary>Prices baskets at one rate of tax, with a discount that is shared out by value.</summary>
internal static class Priced
{
    internal static (IReadOnlyList<OrderLine> Lines, OrderTotals Totals) Of(
        IReadOnlyList<(ProductInfo Product, int Quantity)> items, Money? discount, OrderOptions options, decimal rate)
    {
        var off = discount?.Allocate([.. OrderPricing.Goods(items).Select(static line => line.Amount)]);
        var priced = OrderPricing.Price(items, discount is { IsZero: true } ? null : off, null, options, lines => Tax(lines, rate, options.PricesIncludeTax)).Value;
        return (priced.Lines, priced.Totals);
    }

    private static Outcome<TaxCalculation> Tax(IReadOnlyList<TaxLine> lines, decimal rate, bool pricesIncludeTax)
    {
        var options = new TaxOptions();
        options.Jurisdictions.Clear();
        options.Jurisdictions.Add(new TaxJurisdiction
        {
            Country = CountryCode.France, Rates = new Dictionary<TaxClass, decimal> { [TaxClass.Standard] = rate }, ValidFrom = new DateOnly(2000, 1, 1),
        });
        return TaxRules.Calculate(
            new TaxRequest
            {
                Sale = new CalculateTax(new OrderId(Guid.Empty), CountryCode.France, lines) { PricesIncludeTax = pricesIncludeTax },
                Date = new DateOnly(2026, 3, 2),
                SellerCountry = CountryCode.France,
                EuroRate = 1,
            },
            options);
    }
}
