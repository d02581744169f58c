using Commerce.Agents.Domain.Orders;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

public sealed class FulfilmentChoiceTests
{
    private static readonly Sku Lamp = new("LAMP-1");
    private static readonly Sku Vase = new("VASE-1");

    [Fact]
    public void One_parcel_for_8_50_in_two_days_beats_two_for_12_00_in_one_to_two_days()
    {
        var choice = FulfilmentChoice.Choose(Request(Site("ONE", 8.50m, 2, 1, 1), Site("NEAR", 5m, 1, 1, 0), Site("FAR", 7m, 2, 0, 1)));

        Assert.Equal((FulfilmentStrategy.SingleWarehouse, null, Money.Eur(8.50m)), (choice.Strategy!.Value, choice.SplitReason, choice.Cost!.Value));
        Assert.Equal("ONE", Assert.Single(choice.Parts).Warehouse);
        Assert.Contains("12.00 EUR, 1-2 days", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_parcel_that_comes_two_days_after_the_first_of_several_loses()
    {
        var choice = FulfilmentChoice.Choose(Request(Site("ONE", 8.50m, 3, 1, 1), Site("NEAR", 5m, 1, 1, 0), Site("FAR", 7m, 2, 0, 1)));

        Assert.Equal((FulfilmentStrategy.SplitShipment, SplitReason.DeliverySpeed), (choice.Strategy, choice.SplitReason));
        Assert.Equal(["NEAR", "FAR"], choice.Parts.Select(part => part.Warehouse));
    }

    [Fact]
    public void One_parcel_that_costs_more_than_several_loses()
    {
        var choice = FulfilmentChoice.Choose(Request(Site("ONE", 12.01m, 2, 1, 1), Site("NEAR", 5m, 1, 1, 0), Site("FAR", 7m, 2, 0, 1)));

        Assert.Equal((SplitReason.CostOptimization, Money.Eur(12m)), (choice.SplitReason, choice.Cost));
    }

    [Fact]
    public void Without_one_that_has_everything_the_cheapest_split_ships()
    {
        var choice = FulfilmentChoice.Choose(Request(
            Site("A", 5m, 1, 1, 0), Site("B", 4m, 4, 1, 0), Site("C", 6m, 2, 0, 1), Site("D", 7m, 1, 0, 1)));

        Assert.Equal((SplitReason.MultiWarehouse, Money.Eur(10m)), (choice.SplitReason, choice.Cost));
        Assert.Equal(["B", "C"], choice.Parts.Select(part => part.Warehouse).Order());
    }

    [Fact]
    public void More_than_three_parts_are_never_made_and_the_rest_waits()
    {
        var choice = FulfilmentChoice.Choose(Request(
            new Dictionary<Sku, int> { [Lamp] = 4 }, Site("A", 5m, 1, 1, 0), Site("B", 5m, 1, 1, 0), Site("C", 5m, 1, 1, 0), Site("D", 4m, 1, 1, 0)));

        Assert.Equal((SplitReason.PartialAvailability, 3, Money.Eur(14m)), (choice.SplitReason, choice.Parts.Count, choice.Cost));
        Assert.Equal(1, choice.Backordered[Lamp]);
    }

    [Fact]
    public void What_is_missing_waits_and_the_rest_ships()
    {
        var choice = FulfilmentChoice.Choose(Request(Site("A", 5m, 1, 1, 0), Site("B", 4m, 2, 1, 0)));

        Assert.Equal((FulfilmentStrategy.SingleWarehouse, "B"), (choice.Strategy, Assert.Single(choice.Parts).Warehouse));
        Assert.Equal([(Vase, 1)], choice.Backordered.Select(line => (line.Key, line.Value)));
    }

    [Fact]
    public void When_nothing_is_anywhere_all_of_it_waits()
    {
        var choice = FulfilmentChoice.Choose(Request(Site("A", 5m, 1, 0, 0)));

        Assert.Null(choice.Strategy);
        Assert.Empty(choice.Parts);
        Assert.Equal(2, choice.Backordered.Values.Sum());
    }

    [Theory]
    [InlineData(2, FulfilmentStrategy.SingleWarehouse)]
    [InlineData(1, FulfilmentStrategy.SplitShipment)]
    [InlineData(null, FulfilmentStrategy.SplitShipment)]
    public void Express_ships_in_one_only_when_that_keeps_the_promise(int? promise, FulfilmentStrategy strategy)
    {
        var request = Request(Site("ONE", 8.50m, 2, 1, 1), Site("NEAR", 9m, 1, 1, 0), Site("NEXT", 9m, 1, 0, 1)) with { IsExpress = true, DaysToPromise = promise };

        Assert.Equal(strategy, FulfilmentChoice.Choose(request).Strategy);
    }

    [Fact]
    public void Express_takes_the_faster_of_two_that_have_everything()
    {
        var request = Request(Site("CHEAP", 5m, 3, 1, 1), Site("FAST", 9m, 1, 1, 1)) with { IsExpress = true };

        Assert.Equal("FAST", Assert.Single(FulfilmentChoice.Choose(request).Parts).Warehouse);
    }

    [Fact]
    public void A_request_without_lines_or_with_a_bad_quantity_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FulfilmentChoice.Choose(Request(new Dictionary<Sku, int>())));
        Assert.Throws<ArgumentOutOfRangeException>(() => FulfilmentChoice.Choose(Request(new Dictionary<Sku, int> { [Lamp] = 0 })));
        Assert.Throws<ArgumentOutOfRangeException>(() => FulfilmentChoice.Choose(Request() with { MaxParts = 4 }));
    }

    [Fact]
    public void Whatever_there_is_parts_and_what_waits_add_up_to_the_order() =>
        Prop.ForAll(AnyRequest.ToArbitrary(), request =>
        {
            var choice = FulfilmentChoice.Choose(request);
            return choice.Parts.Count <= 3
                && request.Lines.All(line => choice.Parts.Sum(part => part.Lines.GetValueOrDefault(line.Key)) + choice.Backordered.GetValueOrDefault(line.Key) == line.Value)
                && choice.Parts.All(part => part.Lines.Count > 0 && part.Lines.All(line =>
                    line.Value <= request.Sites.Single(site => site.Warehouse == part.Warehouse).Available.GetValueOrDefault(line.Key)))
                && (choice.Backordered.Count > 0 || request.IsExpress || IsNoDearerThanAnyThatIsAsFast(choice, request));
        }).QuickCheckThrowOnFailure();

    private static readonly Gen<FulfilmentRequest> AnyRequest =
        from lamps in Gen.Choose(1, 5)
        from vases in Gen.Choose(1, 5)
        from isExpress in Gen.Elements(true, false)
        from promise in Gen.Choose(0, 5)
        from sites in (from cost in Gen.Choose(100, 2_000)
                       from days in Gen.Choose(1, 5)
                       from lamps in Gen.Choose(0, 4)
                       from vases in Gen.Choose(0, 4)
                       select (cost, days, lamps, vases)).ArrayOf(5)
        select Request(
            new Dictionary<Sku, int> { [Lamp] = lamps, [Vase] = vases },
            [.. sites.Select((site, index) => Site($"W{index}", site.cost / 100m, site.days, site.lamps, site.vases))]) with
            {
                IsExpress = isExpress, DaysToPromise = promise,
            };

    // One that has everything and is cheaper than the choice can only have lost by its delay.
    private static bool IsNoDearerThanAnyThatIsAsFast(FulfilmentDecision choice, FulfilmentRequest request) => request.Sites
        .Where(site => request.Lines.All(line => site.Available.GetValueOrDefault(line.Key) >= line.Value))
        .All(site => choice.Cost <= site.Cost || choice.SplitReason == SplitReason.DeliverySpeed);

    private static FulfilmentRequest Request(params FulfilmentSite[] sites) => Request(new Dictionary<Sku, int> { [Lamp] = 1, [Vase] = 1 }, sites);

    private static FulfilmentRequest Request(Dictionary<Sku, int> lines, params FulfilmentSite[] sites) => new() { Lines = lines, Sites = sites };

    private static FulfilmentSite Site(string warehouse, decimal cost, int days, int lamps, int vases) =>
        new(warehouse, new Dictionary<Sku, int> { [Lamp] = lamps, [Vase] = vases }, Money.Eur(cost), days);
}
