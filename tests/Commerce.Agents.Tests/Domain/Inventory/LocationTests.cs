using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Commerce.Agents.Tests.Domain.Inventory.PickingHall;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Where units are, and from where they are picked.</summary>
public sealed class LocationTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(4, "B:4")]
    [InlineData(5, "C:5")]
    [InlineData(9, "D:9")]
    [InlineData(12, "D:10 A:2")]
    [InlineData(16, "D:10 C:6")]
    [InlineData(17, "D:10 C:6 A:1")]
    [InlineData(30, "D:10 C:6 B:4 A:3")]
    public void The_smallest_location_that_has_enough_is_chosen_else_the_fewest(int quantity, string expected)
    {
        Location[] locations = [At("A", 3), At("B", 4), At("C", 6), At("D", 10)];

        var choice = LocationChoice.Choose(locations, quantity, Today);

        Assert.Equal(expected, Show(choice));
        Assert.Equal(Math.Max(0, quantity - 23), choice.Missing);
    }

    [Theory]
    [InlineData(2, "C:2")]
    [InlineData(5, "C:2 B:3")]
    [InlineData(8, "C:2 B:4 A:2")]
    [InlineData(99, "C:2 B:4 A:10")]
    public void What_expires_first_is_picked_first_and_what_has_expired_never(int quantity, string expected)
    {
        Location[] locations =
        [
            At("A", 10), At("B", 4, Today.AddDays(9)), At("C", 2, Today), At("D", 50, Today.AddDays(-1)),
        ];

        Assert.Equal(expected, Show(LocationChoice.Choose(locations, quantity, Today)));
    }

    [Fact]
    public void What_is_kept_for_others_is_not_chosen()
    {
        Location[] locations = [At("A", 5) with { Kept = 5 }, At("B", 5) with { Kept = 2 }];

        Assert.Equal("B:3", Show(LocationChoice.Choose(locations, 5, Today)));
    }

    [Fact]
    public void No_more_is_taken_than_is_there_and_nothing_is_lost()
    {
        var stocks =
            from quantities in Gen.Choose(0, 200).ListOf()
            from quantity in Gen.Choose(1, 600)
            select (quantities.ToList(), quantity);
        Prop.ForAll(stocks.ToArbitrary(), stock =>
        {
            var (quantities, quantity) = stock;
            var locations = quantities.Select((each, index) => At($"L{index}", each, index % 3 == 0 ? Today.AddDays(each) : null)).ToList();

            var choice = LocationChoice.Choose(locations, quantity, Today);

            return choice.Picks.Sum(pick => pick.Quantity) == Math.Min(quantity, quantities.Sum())
                && choice.Picks.Sum(pick => pick.Quantity) + choice.Missing == quantity
                && choice.Picks.All(pick => pick.Quantity >= 1 && pick.Quantity <= locations.Single(location => location.Code == pick.Location).Quantity);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Two_lists_are_never_sent_for_the_same_units()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "A-01-01-1", 3));
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "B-01-01-1", 4));
        var planned = Planned(Commerce.Agents.Domain.Orders.OrderPriority.Normal, new Commerce.Agents.Domain.Orders.PlannedPart(StockPlace.Main, [Line(Lamp, 3)]));

        await hall.Host.SendAsync(planned);
        await hall.Host.SendAsync(planned with { OrderId = new OrderId(Guid.NewGuid()) });
        await hall.Host.SettleAsync();

        Assert.Equal(["A-01-01-1: 3, 3", "B-01-01-1: 4, 3"], await hall.LocationsAsync());
        var decisions = (await hall.AllAsync<Decision>()).Where(decision => decision.Kind == "location");
        Assert.Equal(["A-01-01-1", "B-01-01-1"], decisions.Select(decision => decision.Outcome).Order());
    }

    [Theory]
    [InlineData("A-01-02", 1, null, "Location")]
    [InlineData("A-01-02-", 1, null, "Location")]
    [InlineData("A-01-02-3 ", 1, null, "Location")]
    [InlineData("A-01-02-3", 0, null, "Quantity")]
    [InlineData("A-01-02-3", 1_000_001, null, "Quantity")]
    [InlineData("A-01-02-3", 1, " ", "Batch")]
    public async Task Units_are_put_away_or_refused_by_field(string location, int quantity, string? batch, string field)
    {
        await using var hall = await OpenAsync();

        Assert.Equal(field, (await hall.RefusedAsync(new PutAway(Lamp, StockPlace.Main, location, quantity, null, batch))).Field);
        Assert.Empty(await hall.LocationsAsync());
    }

    [Fact]
    public async Task A_bin_has_one_batch_of_a_product()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "A-01-01-1", 3, null, "L1", Today.AddDays(9)));

        Assert.Equal("Location", (await hall.RefusedAsync(new PutAway(Lamp, StockPlace.Main, "A-01-01-1", 3, null, "L2", Today.AddDays(9)))).Field);
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "A-01-01-1", 2, null, "L1", Today.AddDays(9)));

        Assert.Equal(["A-01-01-1: 5, 0"], await hall.LocationsAsync());
    }

    [Fact]
    public async Task No_more_is_put_away_than_a_task_has_left()
    {
        await using var hall = await OpenAsync();
        var task = Guid.NewGuid();
        await hall.Host.SendAsync(new RequestPutAway(task, Lamp, StockPlace.Main, 5, "PO-1", "L1", Today.AddDays(9)));
        await hall.Host.SettleAsync();

        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "A-01-01-1", 3, task));
        Assert.Equal("Quantity", (await hall.RefusedAsync(new PutAway(Lamp, StockPlace.Main, "A-01-01-1", 3, task))).Field);
        Assert.Equal("TaskId", (await hall.RefusedAsync(new PutAway(Vase, StockPlace.Main, "A-01-01-1", 1, task))).Field);
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "B-01-01-1", 2, task));

        Assert.Equal(["A-01-01-1: 3, 0", "B-01-01-1: 2, 0"], await hall.LocationsAsync());
        Assert.NotNull(Assert.Single(await hall.AllAsync<PutAwayTask>()).DoneAt);
        Assert.All(await hall.AllAsync<Location>(), location => Assert.Equal(("L1", Today.AddDays(9)), (location.Batch, location.ExpiresOn)));
    }

    [Fact]
    public async Task What_expires_within_thirty_days_is_told_once_until_it_is_gone()
    {
        await using var hall = await OpenAsync(_ => { });
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "A-01-01-1", 3, null, "L1", Today.AddDays(31)));
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, "B-01-01-1", 4, null, "L2", Today.AddDays(60)));
        await hall.DoAsync(new PutAway(Vase, StockPlace.Main, "C-01-01-1", 4));

        await hall.Host.AdvanceAsync(TimeSpan.FromHours(17));
        var early = hall.Host.Published.All<ExpiringSoonDetected>().Count;
        await hall.Host.AdvanceAsync(TimeSpan.FromHours(2));
        await hall.Host.AdvanceAsync(TimeSpan.FromDays(2));
        var open = await AlertsAsync(hall);
        await hall.OrderAsync(Line(Lamp, 3));
        await hall.Host.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(0, early);
        var told = hall.Host.Published.Only<ExpiringSoonDetected>();
        Assert.Equal((Lamp, 3, Today.AddDays(31), "L1", StockAlertSeverity.Warning), (told.Sku, told.Quantity, told.FirstExpiresOn, Assert.Single(told.Batches), told.Severity));
        Assert.Null(Assert.Single(open).ResolvedAt);
        Assert.NotNull(Assert.Single(await AlertsAsync(hall)).ResolvedAt);
    }

    private static async Task<IEnumerable<StockAlert>> AlertsAsync(PickingHall hall) =>
        (await hall.AllAsync<StockAlert>()).Where(alert => alert.Kind == StockAlertKind.ExpiringSoon);

    private static Location At(string code, int quantity, DateOnly? expiresOn = null) => new()
    {
        Id = Guid.NewGuid(), Warehouse = StockPlace.Main, Code = code, Sku = Lamp, Quantity = quantity, ExpiresOn = expiresOn,
    };

    private static string Show(LocationChoiceResult choice) => string.Join(' ', choice.Picks.Select(pick => $"{pick.Location}:{pick.Quantity}"));
}
