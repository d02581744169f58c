using Commerce.Agents.Domain.Catalog;

namespace Commerce.Agents.Domain.Orders;

/// <summary>Prices an order: lines rounded once, discount shared out exactly, tax by line, shipping by value. Pure functions.</summary>
public static class OrderPricing
{
    /// <summary>Prices lines.</summary>
    /// <param name="items">Products and quantities.</param>
    /// <param name="discount">A discount on the goods, without tax; at most their sum.</param>
    /// <param name="options">Shipping price, its limit, and whether shipping is taxed.</param>
    /// <param name="taxRate">The tax rate as a fraction: 0.20 for 20 %.</param>
    /// <returns>The lines and the sums.</returns>
    public static (IReadOnlyList<OrderLine> Lines, OrderTotals Totals) Price(
        IReadOnlyList<(ProductInfo Product, int Quantity)> items, Money? discount, OrderOptions options, decimal taxRate)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(options);
        var currency = items[0].Product.Price.Currency;
        var zero = Money.Zero(currency);
        var gross = items.Select(item => (item.Product.Price * item.Quantity).Round()).ToList();
        var off = discount is { IsZero: false } given ? given.Allocate([.. gross.Select(line => line.Amount)]) : [.. gross.Select(_ => zero)];
        var lines = items.Select((item, index) =>
        {
            var net = gross[index] - off[index];
            return new OrderLine
            {
                Sku = item.Product.Sku,
                Title = item.Product.Title,
                Quantity = item.Quantity,
                UnitPrice = item.Product.Price,
                Net = net,
                Tax = (net * taxRate).Round(),
                UnitWeight = item.Product.Weight,
                UnitSize = item.Product.Size,
            };
        }).ToList();
        var goods = lines.Aggregate(zero, (sum, line) => sum + line.Net);
        var shipping = goods.Amount >= options.FreeShippingFrom ? zero : new Money(options.ShippingPrice, currency);
        var shippingTax = options.IsShippingTaxed ? (shipping * taxRate).Round() : zero;
        var tax = lines.Aggregate(shippingTax, (sum, line) => sum + line.Tax);
        return (lines, new OrderTotals(goods, discount ?? zero, shipping, tax, goods + shipping + tax));
    }
}
