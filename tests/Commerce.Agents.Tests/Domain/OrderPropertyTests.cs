using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain;

public sealed class OrderPropertyTests
{
    private static readonly Gen<(ProductInfo Product, int Quantity)> AnyItem =
        from cents in Gen.Choose(1, 50_000)
        from grams in Gen.Choose(1, 29_000)
        from quantity in Gen.Choose(1, 20)
        select (new ProductInfo(new Sku($"S{cents}-{grams}"), "Thing", Money.Eur(cents / 100m), Weight.FromGrams(grams), null), quantity);

    private static readonly Gen<(List<(ProductInfo Product, int Quantity)> Items, int Share, int Rate)> AnyBasket =
        from items in AnyItem.NonEmptyListOf()
        from share in Gen.Choose(0, 100)
        from rate in Gen.Elements(0, 6, 19, 20, 25, 27)
        select (items.Take(12).ToList(), share, rate);

    [Fact]
    public void Totals_are_the_sum_of_their_parts_to_the_cent() => Prop.ForAll(AnyBasket.ToArbitrary(), basket =>
    {
        var gross = basket.Items.Sum(item => item.Product.Price.Amount * item.Quantity);
        var discount = Money.Eur(decimal.Round(gross * basket.Share / 100, 2));

        var (lines, totals) = Priced.Of(basket.Items, discount, new OrderOptions(), basket.Rate / 100m);

        return totals.Goods.Amount == gross - discount.Amount
            && lines.Sum(line => line.Net.Amount) == totals.Goods.Amount
            && totals.Total == totals.Goods + totals.Shipping + totals.Tax
            && lines.All(line => line.Net.Amount >= 0 && line.Tax.Amount >= 0 && decimal.Round(line.Net.Amount, 2) == line.Net.Amount)
            && Math.Abs(totals.Tax.Amount - ((totals.Goods.Amount + totals.Shipping.Amount) * basket.Rate / 100m)) <= 0.005m * (lines.Count + 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Prices_with_tax_are_what_the_buyer_pays_to_the_cent() => Prop.ForAll(AnyBasket.ToArbitrary(), basket =>
    {
        var prices = basket.Items.Sum(item => item.Product.Price.Amount * item.Quantity);
        var discount = Money.Eur(decimal.Round(prices * basket.Share / 100, 2));
        var options = new OrderOptions { PricesIncludeTax = true };

        var (lines, totals) = Priced.Of(basket.Items, discount, options, basket.Rate / 100m);

        var paid = prices - discount.Amount;
        var shipping = OrderPricing.Shipping(Money.Eur(paid), options).Amount;
        return totals.Total.Amount == paid + shipping
            && lines.Sum(line => line.Net.Amount + line.Tax.Amount) == paid
            && totals.Total == totals.Goods + totals.Shipping + totals.Tax
            && lines.All(line => line.Net.Amount >= 0 && line.Tax.Amount >= 0 && decimal.Round(line.Net.Amount, 2) == line.Net.Amount
                && Math.Abs(line.Tax.Amount - (line.Net.Amount * basket.Rate / 100m)) <= 0.01m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Packages_carry_every_unit_and_are_never_too_heavy() => Prop.ForAll(AnyBasket.ToArbitrary(), basket =>
    {
        var (lines, _) = Priced.Of(basket.Items, null, new OrderOptions(), 0.20m);

        var packages = Packing.Pack(lines);

        var goods = lines.Sum(line => line.UnitWeight.Grams * line.Quantity);
        return packages.Sum(package => package.Weight.Grams) == goods + (200 * packages.Count)
            && packages.All(package => package.Weight <= Weight.FromKilograms(30));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Risk_stays_within_its_scale_and_equals_its_signals()
    {
        var facts =
            from amount in Gen.Choose(0, 1_000_000)
            from orders in Gen.Choose(0, 100)
            from flags in Gen.Choose(0, 7)
            select new FraudFacts
            {
                Amount = amount, OrdersInDay = orders, HasOtherBillingAddress = (flags & 1) > 0, IsNewAccount = (flags & 2) > 0, IsBadNetworkAddress = (flags & 4) > 0,
            };

        Prop.ForAll(facts.ToArbitrary(), asked =>
        {
            var assessment = FraudScore.Assess(asked);

            return assessment.Score is >= 0 and <= 100 && assessment.Signals.All(signal => signal.Points > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_status_leads_back_to_the_beginning_and_a_refund_is_the_end()
    {
        foreach (var status in Enum.GetValues<OrderStatus>())
        {
            Assert.False(OrderTransitions.Table.Allows(status, OrderStatus.None));
            Assert.False(OrderTransitions.Table.Allows(status, status));
            Assert.False(OrderTransitions.Table.Allows(OrderStatus.Refunded, status));
        }
    }
}
