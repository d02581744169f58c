using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Carriers;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

public sealed class WarehouseScoreTests
{
    private static readonly WarehouseOptions Options = new();
    private static readonly GeoPoint Paris = new(48.8566m, 2.3522m);

    [Theory]
    [InlineData(392, 1.0, 0.60, 4, 0.02, 0.92, ServiceLevel.Standard, 71.76)]
    [InlineData(392, 1.0, 0.60, 4, 0.02, 0.92, ServiceLevel.Express, 69.80)]
    [InlineData(392, 1.0, 0.60, 4, 0.02, 0.92, ServiceLevel.Overnight, 69.80)]
    [InlineData(204, 0.5, 0.80, 2, 0.01, 0.97, ServiceLevel.Standard, 63.39)]
    public void Scores_are_as_written(
        double kilometres, double available, double used, double hours, double errors, double onTime, ServiceLevel service, double score)
    {
        var metrics = new WarehouseMetrics((decimal)used, (decimal)hours, (decimal)errors, (decimal)onTime);

        Assert.Equal((decimal)score, WarehouseScore.Total(WarehouseScore.Parts((decimal)kilometres, (decimal)available, metrics, service, Options)));
    }

    [Fact]
    public void The_parts_of_a_score_are_as_written()
    {
        var parts = WarehouseScore.Parts(392, 1, new WarehouseMetrics(0.60m, 4, 0.02m, 0.92m), ServiceLevel.Standard, Options);

        Assert.Equal([24.32m, 30m, 6m, 8.40m, 3.04m], parts.Select(part => part.Points));
    }

    [Fact]
    public void What_a_warehouse_has_not_told_counts_as_its_start_value() => Assert.Equal(
        WarehouseScore.Parts(100, 1, new WarehouseMetrics(0.60m, 4, 0.02m, 0.92m), ServiceLevel.Standard, Options),
        WarehouseScore.Parts(100, 1, new WarehouseMetrics(), ServiceLevel.Standard, Options));

    [Theory]
    [InlineData(45.7640, 4.8357, 391.5)]
    [InlineData(50.6292, 3.0573, 203.5)]
    [InlineData(43.2965, 5.3698, 660.5)]
    public void Distances_from_Paris_are_as_written(double latitude, double longitude, double kilometres) =>
        Assert.Equal((decimal)kilometres, WarehouseDistance.Between(Paris, new GeoPoint((decimal)latitude, (decimal)longitude)));

    [Theory]
    [InlineData("FR", "75011", "paris", 10)]
    [InlineData("FR", "75", "Nanterre", 50)]
    [InlineData("FR", "69002", "Lyon", 200)]
    [InlineData("FR", "7", "Lyon", 200)]
    [InlineData("DE", "75011", "Paris", 200)]
    public void A_distance_without_coordinates_is_estimated(string country, string postalCode, string city, int kilometres) => Assert.Equal(
        kilometres,
        WarehouseDistance.Between(Warehouse("A") with { Coordinates = Paris }, new WarehouseDestination(CountryCode.Parse(country), postalCode, city)));

    [Theory]
    [InlineData(ServiceLevel.Express, 50, 1)]
    [InlineData(ServiceLevel.Express, 200, 2)]
    [InlineData(ServiceLevel.Express, 200.1, 3)]
    [InlineData(ServiceLevel.Overnight, 51, 2)]
    [InlineData(ServiceLevel.Standard, 50, 1)]
    [InlineData(ServiceLevel.Standard, 150, 2)]
    [InlineData(ServiceLevel.Standard, 300, 3)]
    [InlineData(ServiceLevel.Standard, 300.1, 4)]
    [InlineData(ServiceLevel.Economy, 100, 3)]
    [InlineData(ServiceLevel.Economy, 300, 5)]
    [InlineData(ServiceLevel.Economy, 300.1, 7)]
    public void Days_follow_service_and_distance(ServiceLevel service, double kilometres, int days) =>
        Assert.Equal(days, WarehouseScore.Days(service, (decimal)kilometres));

    [Theory]
    [InlineData(100, 2, 0.01, 5.99, 10.99)]
    [InlineData(100, 2, 0.02, 5.99, 11.19)]
    [InlineData(391.5, 0.35, 0, 5.99, 14.35)]
    [InlineData(10, 0, 0, 0, 3.99)]
    public void Cost_is_estimated_from_distance_weight_and_volume(double kilometres, double kilograms, double volume, double start, double cost) => Assert.Equal(
        Money.Eur((decimal)cost),
        WarehouseScore.Cost((decimal)kilometres, Weight.FromKilograms((decimal)kilograms), (decimal)volume, new WarehouseOptions { CostBase = (decimal)start }));

    [Fact]
    public void Who_cannot_ship_is_left_out_with_the_reason()
    {
        var order = Order(Line("LAMP-1", 1, ("A", 1), ("B", 1), ("C", 1), ("D", 1), ("F", 1)) with { GoodsClass = "cold" });
        var good = Warehouse("F") with { GoodsClasses = ["cold"] };

        var ranking = WarehouseScore.Score(
            order,
            [
                good,
                good with { Code = "E" },
                good with { Code = "D", GoodsClasses = ["hazardous"] },
                good with { Code = "C", Countries = [CountryCode.Germany] },
                good with { Code = "B", Metrics = new WarehouseMetrics(Utilisation: 0.981m) },
                good with { Code = "A", IsActive = false },
            ],
            Options);

        Assert.Equal("F", Assert.Single(ranking.Ranked).Warehouse);
        Assert.Equal(["A", "B", "C", "D", "E"], ranking.Rejected.Select(rejection => rejection.Warehouse));
        string[] words = ["active", "98.1 %", "ship to FR", "class cold", "nothing of the order"];
        Assert.All(ranking.Rejected.Zip(words), pair => Assert.Contains(pair.Second, pair.First.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_warehouse_that_is_used_to_the_bound_still_ships() => Assert.Single(WarehouseScore.Score(
        Order(Line("LAMP-1", 1, ("A", 1))), [Warehouse("A") with { Metrics = new WarehouseMetrics(Utilisation: 0.98m) }], Options).Ranked);

    [Theory]
    [InlineData(0.165, 69.55, "FULL")]
    [InlineData(0.160, 69.53, "PART")]
    public void Who_has_everything_wins_unless_the_score_is_lower_by_more_than_fifteen(double onTime, double score, string winner)
    {
        var order = Order(Line("LAMP-1", 1, ("FULL", 1), ("PART", 1)), Line("VASE-1", 1, ("FULL", 1)));
        var full = Warehouse("FULL", "Lyon", "69002") with { Metrics = new WarehouseMetrics(0.80m, 12, 0.10m, (decimal)onTime) };
        var part = Warehouse("PART") with { Metrics = new WarehouseMetrics(0, 2, 0, 1) };

        var ranking = WarehouseScore.Score(order, [part, full], Options);

        Assert.Equal(winner, ranking.Best()!.Warehouse);
        Assert.Equal(84.55m, ranking.Ranked.Single(rating => rating.Warehouse == "PART").Score);
        Assert.Equal((decimal)score, ranking.Ranked.Single(rating => rating.Warehouse == "FULL").Score);
    }

    [Fact]
    public void Equal_warehouses_come_in_order_of_their_codes() => Assert.Equal(
        ["A", "B", "C"],
        WarehouseScore.Score(Order(Line("LAMP-1", 1, ("A", 1), ("B", 1), ("C", 1))), [Warehouse("C"), Warehouse("A"), Warehouse("B")], Options)
            .Ranked.Select(rating => rating.Warehouse));

    [Fact]
    public void Equal_scores_are_decided_by_distance_before_codes()
    {
        // 400 km more cost 18 points with these weights; here nobody gets points for distance, and only the distance differs.
        var far = Warehouse("A") with { Coordinates = new GeoPoint(30, 2.3522m) };
        var near = Warehouse("B") with { Coordinates = new GeoPoint(35, 2.3522m) };
        var order = Order(Line("LAMP-1", 1, ("A", 1), ("B", 1)));
        order = order with { ShipTo = order.ShipTo! with { Coordinates = Paris } };

        var ranking = WarehouseScore.Score(order, [far, near], Options);

        Assert.Equal(ranking.Ranked[0].Score, ranking.Ranked[1].Score);
        Assert.Equal(["B", "A"], ranking.Ranked.Select(rating => rating.Warehouse));
    }

    [Fact]
    public void Two_lines_of_one_product_share_the_units_that_are_there()
    {
        var ranking = WarehouseScore.Score(Order(Line("LAMP-1", 3, ("A", 5)), Line("LAMP-1", 3, ("A", 5))), [Warehouse("A")], Options);

        Assert.Equal(0, ranking.Best()!.Availability);
    }

    [Theory]
    [InlineData(0.90, 0.05, 0)]
    [InlineData(0.91, 0.05, 1)]
    [InlineData(0.90, 0.051, 1)]
    [InlineData(0.99, 0.10, 2)]
    public void Alerts_are_raised_above_the_bounds(double used, double errors, int count) =>
        Assert.Equal(count, WarehouseScore.Alerts(new WarehouseMetrics((decimal)used, ErrorRate: (decimal)errors), Options).Count);

    [Fact]
    public void What_is_not_known_raises_no_alert() => Assert.Empty(WarehouseScore.Alerts(new WarehouseMetrics(), Options));

    [Fact]
    public void Scores_stay_within_bounds_and_the_order_of_warehouses_does_not_matter() =>
        Prop.ForAll(AnyWarehouses.ToArbitrary(), generated =>
        {
            List<Warehouse> warehouses = [.. generated];
            var order = Order(
                Line("LAMP-1", 1, [.. warehouses.Select((warehouse, index) => (warehouse.Code, index % 2))]),
                Line("VASE-1", 1, [.. warehouses.Select((warehouse, index) => (warehouse.Code, index % 3))]));
            var ranking = WarehouseScore.Score(order, warehouses, Options);
            warehouses.Reverse();
            return ranking.Ranked.All(rating => rating.Score is >= 0 and <= 100)
                && ranking.Ranked.Count + ranking.Rejected.Count == warehouses.Count
                && ranking.Ranked.Select(rating => rating.Warehouse)
                    .SequenceEqual(WarehouseScore.Score(order, warehouses, Options).Ranked.Select(rating => rating.Warehouse))
                && Keeps15(ranking);
        }).QuickCheckThrowOnFailure();

    private static readonly Gen<Warehouse[]> AnyWarehouses =
        (from used in Gen.Choose(0, 110)
         from hours in Gen.Choose(0, 30)
         from errors in Gen.Choose(0, 20)
         from onTime in Gen.Choose(0, 100)
         from city in Gen.Elements("Paris", "Lyon")
         select Warehouse("x", city) with { Metrics = new WarehouseMetrics(used / 100m, hours, errors / 100m, onTime / 100m) })
        .ArrayOf(6).Select(all => all.Select((warehouse, index) => warehouse with { Code = $"W{index}" }).ToArray());

    private static bool Keeps15(WarehouseRanking ranking) =>
        ranking.Best() is not { } best
        || (best.Availability == 1
            ? ranking.Ranked.All(other => other.Score <= best.Score + (other.Availability == 1 ? 0 : 15))
            : ranking.Ranked.All(other => other.Availability < 1 || best.Score - other.Score > 15));

    private static WarehouseOrder Order(params WarehouseOrderLine[] lines) =>
        new(lines, new WarehouseDestination(CountryCode.France, "75001", "Paris"), ServiceLevel.Standard, Weight.FromKilograms(1), 0);

    private static WarehouseOrderLine Line(string sku, int quantity, params (string Warehouse, int Available)[] available) =>
        new(new Sku(sku), quantity, available.ToDictionary(entry => entry.Warehouse, entry => entry.Available));

    private static Warehouse Warehouse(string code, string city = "Paris", string postalCode = "75002") => new()
    {
        Id = Guid.Empty,
        Code = code,
        Address = new Address { Line1 = "1 quai des Essais", City = city, PostalCode = postalCode, Country = CountryCode.France },
        Countries = [CountryCode.France],
    };
}
