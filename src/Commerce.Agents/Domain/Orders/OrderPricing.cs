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
    /// <param name="goods">The goods after discounts.</param>
    /// <param name="options">The price, and from which value on it is free.</param>
    /// <returns>The price without tax.</returns>
    public static Money Shipping(Money goods, OrderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return goods.Amount >= options.FreeShippingFrom ? Money.Zero(goods.Currency) : new Money(options.ShippingPrice, goods.Currency);
    }

    /// <summary>Prices lines.</summary>
    /// <param name="items">Products and quantities, at least one, each product once.</param>
    /// <param name="off">What is taken off each line, without tax; nothing when not given.</param>
    /// <param name="shippingOff">What is taken off shipping.</param>
    /// <param name="options">Shipping price, its limit, and whether shipping is taxed.</param>
    /// <param name="tax">Taxes the lines; shipping has the class of most of the goods (BUSINESS_RULES, ORD-1 rule 2).</param>
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
        var gross = Goods(items);
        var zero = Money.Zero(gross[0].Currency);
        var nets = off is null ? gross : [.. gross.Zip(off, static (line, less) => line - less)];
        var goods = Sum(nets, zero);
        var full = Shipping(goods, options);
        var shipping = shippingOff is { } less ? full - (less < full ? less : full) : full;
        List<TaxLine> taxLines = [.. items.Select((item, index) => new TaxLine(item.Product.Sku.Value, nets[index], item.Product.TaxClass))];
        if (options.IsShippingTaxed && !shipping.IsZero)
        {
            taxLines.Add(new TaxLine(ShippingLine, shipping, MainClass(items, nets)));
        }

        return tax(taxLines).Map(calculation =>
        {
            var lines = items.Select((item, index) => Line(item.Product, item.Quantity, nets[index], calculation.Lines[index].Tax)).ToList();
            return new PricedOrder(
                lines, new OrderTotals(goods, Sum(off ?? [], zero), shipping, calculation.Tax, goods + shipping + calculation.Tax), taxLines);
        });
    }

    private static OrderLine Line(ProductInfo product, int quantity, Money net, Money tax) => new()
    {
        Sku = product.Sku,
        Title = product.Title,
        Quantity = quantity,
        UnitPrice = product.Price,
        Net = net,
        Tax = tax,
        UnitWeight = product.Weight,
        UnitSize = product.Size,
    };

    private static TaxClass MainClass(IReadOnlyList<(ProductInfo Product, int Quantity)> items, IReadOnlyList<Money> nets) => items
        .Select((item, index) => (Class: item.Product.TaxClass, Net: nets[index].Amount))
        .GroupBy(static line => line.Class, static line => line.Net)
        .OrderByDescending(static group => group.Sum()).ThenBy(static group => group.Key)
        .First().Key;

    private static Money Sum(IReadOnlyList<Money> amounts, Money zero) => amounts.Aggregate(zero, static (sum, amount) => sum + amount);
}
