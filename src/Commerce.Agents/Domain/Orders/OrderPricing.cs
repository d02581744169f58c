using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Payments;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Prices an order: lines rounded once, promotions taken off, tax by line, shipping by value. Pure functions.</summary>
public static class OrderPricing
{
    /// <summary>The id of the line that shipping is taxed in.</summary>
    public const string ShippingLine = "shipping";

    /// <summary>Gets what the goods are worth before anything is taken off.</summary>
    /// <param name="items">Products and quantities, at least one.</param>
    /// <returns>The value of each line, rounded.</returns>
    public static IReadOnlyList<Money> Goods(IReadOnlyList<(ProductInfo Product, int Quantity)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.Select(static item => (item.Product.Price * item.Quantity).Round())];
    }

    /// <summary>Gets the price of shipping.</summary>
    /// <param name="goods">The goods after discounts, by the prices of the catalogue.</param>
    /// <param name="options">The price, and from which value on it is free.</param>
    /// <returns>The price; without tax, unless <see cref="OrderOptions.PricesIncludeTax"/>.</returns>
    public static Money Shipping(Money goods, OrderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return goods.Amount >= options.FreeShippingFrom ? Money.Zero(goods.Currency) : new Money(options.ShippingPrice, goods.Currency);
    }

    /// <summary>Prices lines.</summary>
    /// <param name="items">Products and quantities, at least one, each product once.</param>
    /// <param name="off">What is taken off the price of each line; nothing when not given.</param>
    /// <param name="shippingOff">What is taken off shipping.</param>
    /// <param name="options">Shipping price, its limit, and whether shipping is taxed.</param>
    /// <param name="tax">
    /// Taxes the lines, or takes the tax out of them where prices include it; shipping has the class of most of the goods (BUSINESS_RULES, ORD-1 rule 2).
    /// </param>
    /// <returns>The lines and the sums, or why they cannot be taxed.</returns>
    public static Outcome<PricedOrder> Price(
        IReadOnlyList<(ProductInfo Product, int Quantity)> items,
        IReadOnlyList<Money>? off,
        Money? shippingOff,
        OrderOptions options,
        Func<IReadOnlyList<TaxLine>, Outcome<TaxCalculation>> tax)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tax);
        var full = Goods(items);
        var zero = Money.Zero(full[0].Currency);
        var prices = off is null ? full : [.. full.Zip(off, static (line, less) => line - less)];
        var fullShipping = Shipping(Sum(prices, zero), options);
        var shipping = shippingOff is { } less ? fullShipping - (less < fullShipping ? less : fullShipping) : fullShipping;
        List<TaxLine> taxLines = [.. items.Select((item, index) => new TaxLine(item.Product.Sku.Value, prices[index], item.Product.TaxClass))];
        if (options.IsShippingTaxed && !shipping.IsZero)
        {
            taxLines.Add(new TaxLine(ShippingLine, shipping, MainClass(items, prices)));
        }

        return tax(taxLines).Map(calculation =>
        {
            var lines = items.Select((item, index) => Line(item.Product, item.Quantity, calculation.Lines[index])).ToList();
            var goods = Sum([.. lines.Select(static line => line.Net)], zero);
            var shippingNet = calculation.Lines.Count > items.Count ? calculation.Lines[^1].Base : shipping;
            return new PricedOrder(
                lines, new OrderTotals(goods, Sum(off ?? [], zero), shippingNet, calculation.Tax, goods + shippingNet + calculation.Tax), taxLines);
        });
    }

    private static OrderLine Line(ProductInfo product, int quantity, TaxedLine taxed) => new()
    {
        Sku = product.Sku,
        Title = product.Title,
        Quantity = quantity,
        UnitPrice = product.Price,
        Net = taxed.Base,
        Tax = taxed.Tax,
        UnitWeight = product.Weight,
        UnitSize = product.Size,
    };

    private static TaxClass MainClass(IReadOnlyList<(ProductInfo Product, int Quantity)> items, IReadOnlyList<Money> prices) => items
        .Select((item, index) => (Class: item.Product.TaxClass, Price: prices[index].Amount))
        .GroupBy(static line => line.Class, static line => line.Price)
        .OrderByDescending(static group => group.Sum()).ThenBy(static group => group.Key)
        .First().Key;

    private static Money Sum(IReadOnlyList<Money> amounts, Money zero) => amounts.Aggregate(zero, static (sum, amount) => sum + amount);
}
