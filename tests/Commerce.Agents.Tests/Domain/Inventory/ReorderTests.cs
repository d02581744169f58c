using Commerce.Agents.Domain.Inventory;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

public sealed class ReorderTests
{
    [Theory]
    [InlineData(10, 3, 5, 1, 19.81, 69.81, 70, 139.81, 140)]
    [InlineData(3.45, 1.2, 5, 0.5, 5.25, 22.50, 23, 46.65, 47)]
    [InlineData(4, 0, 5, 0, 0, 20, 20, 48, 48)]
    public void Levels_are_as_written(
        double mean, double deviation, double lead, double leadDeviation, double safety, double point, int pointUnits, double upTo, int upToUnits) => Assert.Equal(
        new ReorderLevels((decimal)safety, pointUnits, upToUnits, (decimal)point, (decimal)upTo),
        Reorder.Levels(new ReorderDemand
        {
            DailyMean = (decimal)mean, DailyDeviation = (decimal)deviation, LeadDays = (decimal)lead, LeadDeviation = (decimal)leadDeviation,
        }));

    [Theory]
    [InlineData(4, 5, 0, 1, 1, 43)]
    [InlineData(4, 5, 0, 10, 1, 50)]
    [InlineData(4, 5, 0, 10, 60, 60)]
    [InlineData(4, 5, 0, 7, 45, 49)]
    [InlineData(4, 5, 43, 10, 60, 0)]
    [InlineData(4, 5, 42, 1, 1, 1)]
    [InlineData(4, -2, 0, 1, 1, 50)]
    [InlineData(3.45, 5, 0, 1, 1, 37)]
    public void The_quantity_fills_up_in_whole_packs(double mean, int available, int incoming, int pack, int moq, int quantity) => Assert.Equal(
        quantity, Reorder.Quantity(new ReorderDemand { DailyMean = (decimal)mean, LeadDays = 5 }, available, incoming, pack, moq));

    [Fact]
    public void The_economic_quantity_is_as_written() =>
        Assert.Equal(241.66m, Reorder.EconomicQuantity(3_650, Money.Eur(20), Money.Eur(2.50m)));

    [Fact]
    public void The_economic_quantity_needs_a_holding_cost() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Reorder.EconomicQuantity(3_650, Money.Eur(20), Money.Eur(0)));

    [Fact]
    public void Rounding_up_gives_whole_packs_and_never_a_pack_too_many() =>
        Prop.ForAll(
            (from quantity in Gen.Choose(1, 10_000) from pack in Gen.Choose(1, 200) from moq in Gen.Choose(1, 5_000) select (quantity, pack, moq)).ToArbitrary(),
            given =>
            {
                var rounded = Reorder.RoundUp(given.quantity, given.pack, given.moq);
                var least = Math.Max(given.quantity, given.moq);
                return rounded % given.pack == 0 && rounded >= least && rounded - given.pack < least;
            }).QuickCheckThrowOnFailure();
}
