using Commerce.Agents.Domain.Catalog;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Xunit;

namespace Commerce.Agents.Tests.Domain;

public sealed class GoldenNumbersTests
{
    [Fact]
    public void Goods_above_fifty_ship_free()
    {
        var (_, totals) = Priced.Of([(Product("A", 29.90m), 2), (Product("B", 49.99m), 1)], null, new OrderOptions(), 0.20m);

        Assert.Equal((109.79m, 21.96m, 0m, 131.75m), (totals.Goods.Amount, totals.Tax.Amount, totals.Shipping.Amount, totals.Total.Amount));
    }

    [Theory]
    [InlineData(true, 62.15)]
    [InlineData(false, 60.95)]
    public void Shipping_is_taxed_unless_told_otherwise(bool isTaxed, double total)
    {
        var (_, totals) = Priced.Of([(Product("A", 22.90m), 2)], null, new OrderOptions { IsShippingTaxed = isTaxed }, 0.20m);

        Assert.Equal((decimal)total, totals.Total.Amount);
    }

    [Fact]
    public void Discount_is_split_by_value_to_the_cent()
    {
        var (lines, _) = Priced.Of([(Product("A", 29.90m), 2), (Product("B", 49.99m), 1)], Money.Eur(10m), new OrderOptions(), 0.20m);

        Assert.Equal([54.35m, 45.44m], lines.Select(line => line.Net.Amount));
    }

    [Fact]
    public void Discount_on_equal_lines_gives_the_first_the_odd_cent()
    {
        var (lines, _) = Priced.Of(
            [(Product("A", 20m), 1), (Product("B", 20m), 1), (Product("C", 20m), 1)], Money.Eur(10m), new OrderOptions(), 0.20m);

        Assert.Equal([16.66m, 16.67m, 16.67m], lines.Select(line => line.Net.Amount));
    }

    [Theory]
    [InlineData(2500, 6, true, true, false, 68, FraudDecision.Review)]
    [InlineData(5000, 1, false, false, false, 30, FraudDecision.Flagged)]
    [InlineData(1000, 5, false, false, false, 0, FraudDecision.Approved)]
    [InlineData(10, 9, false, false, false, 25, FraudDecision.Flagged)]
    [InlineData(10, 1, true, true, true, 75, FraudDecision.Blocked)]
    public void Risk_is_scored_as_written(
        int amount, int ordersInDay, bool hasOtherBillingAddress, bool isNew, bool isBadNetwork, int score, FraudDecision decision)
    {
        var assessment = FraudScore.Assess(new FraudFacts
        {
            Amount = amount,
            OrdersInDay = ordersInDay,
            HasOtherBillingAddress = hasOtherBillingAddress,
            IsNewAccount = isNew,
            IsBadNetworkAddress = isBadNetwork,
        });

        Assert.Equal((score, decision), (assessment.Score, assessment.Decision));
        Assert.Equal(score, assessment.Signals.Sum(signal => signal.Points));
    }

    private static ProductInfo Product(string sku, decimal price) => new(new Sku(sku), sku, Money.Eur(price), Weight.FromKilograms(1));
}
