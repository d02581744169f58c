using Commerce.Agents.Domain.Inventory;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

public sealed class SupplierScoreTests
{
    private static readonly SupplierOptions Options = new();

    [Fact]
    public void Scores_are_as_written()
    {
        var ranking = SupplierScore.Rank(10, null, [Offer("A", 8, 10, 8), Offer("B", 9, 5, 9)], Options);

        Assert.Equal([("B", 92.56m), ("A", 79.00m)], ranking.Ranked.Select(rating => (rating.Supplier, rating.Score)));
        Assert.Contains("before A with 79.00", ranking.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_above_a_hundred_are_told_apart()
    {
        var ranking = SupplierScore.Rank(10, null, [Offer("A", 900, 10, 7), Offer("B", 150, 10, 7)], Options);

        Assert.Equal(["B", "A"], ranking.Ranked.Select(rating => rating.Supplier));
        Assert.True(ranking.Ranked[0].Score - ranking.Ranked[1].Score > 30);
    }

    [Theory]
    [InlineData(100, null, true)]
    [InlineData(99, null, false)]
    [InlineData(70, 1.0, true)]
    [InlineData(69, 1.0, false)]
    public void A_smallest_quantity_may_be_reached_by_thirty_days_of_demand(int quantity, double? demand, bool isTaken)
    {
        var ranking = SupplierScore.Rank(quantity, (decimal?)demand, [Offer("A", 8, 10, 8) with { Moq = 100 }], Options);

        Assert.Equal(isTaken ? 100 : null, ranking.Best()?.Quantity);
        Assert.Equal(isTaken ? 0 : 1, ranking.Rejected.Count);
    }

    [Fact]
    public void Who_is_not_bought_from_or_asks_another_currency_is_left_out_with_the_reason()
    {
        var ranking = SupplierScore.Rank(
            10, null, [Offer("B", 8, 10, 8) with { Cost = new Money(8, Currency.Parse("USD")) }, Offer("A", 8, 10, 8) with { IsActive = false }], Options);

        Assert.Null(ranking.Best());
        Assert.Equal(["A", "B"], ranking.Rejected.Select(rejection => rejection.Supplier));
        Assert.Contains("USD", ranking.Rejected[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_suppliers_come_in_order_of_their_codes() => Assert.Equal(
        ["A", "B"], SupplierScore.Rank(1, null, [Offer("B", 8, 10, 8), Offer("A", 8, 10, 8)], Options).Ranked.Select(rating => rating.Supplier));

    [Fact]
    public void The_quantity_comes_in_whole_packs() =>
        Assert.Equal(50, SupplierScore.Rank(43, null, [Offer("A", 8, 10, 8) with { Pack = 10 }], Options).Best()!.Quantity);

    private static SupplierOffer Offer(string supplier, decimal cost, int leadDays, decimal rating) => new(supplier, Money.Eur(cost), leadDays, rating);
}
