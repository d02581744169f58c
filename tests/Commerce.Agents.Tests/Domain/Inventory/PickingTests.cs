using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Entities;
using Commerce.Carriers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Commerce.Agents.Tests.Domain.Inventory.PickingHall;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Orders that are picked and packed.</summary>
public sealed class PickingTests
{
    private const string Near = "A-01-01-1";
    private const string Far = "B-01-01-1";

    [Fact]
    public async Task Without_scanners_each_part_is_picked_and_packed_at_once()
    {
        await using var hall = await OpenAsync(_ => { });

        await hall.Host.SendAsync(Planned(OrderPriority.Normal, new PlannedPart("par", [Line(Lamp, 2)]), new PlannedPart("lyo", [Line(Vase, 1)])));
        await hall.Host.SettleAsync();

        Assert.Equal([1, 2], hall.Host.Published.All<PickListCreated>().Select(created => created.Part).Order());
        Assert.Equal([(1, 2), (2, 1)], hall.Host.Published.All<PickListCompleted>().Select(completed => (completed.Part, completed.Lines[0].Quantity)).Order());
        Assert.Equal(
            [(1, "par", 2_600), (2, "lyo", 1_400)],
            hall.Host.Published.All<OrderReadyToShip>().Select(ready => (ready.Part, ready.Warehouse, (int)ready.Packages.Sum(package => package.Weight.Grams))).Order());
        Assert.All(await hall.AllAsync<PickList>(), list => Assert.Equal(PickListStatus.Completed, list.Status));
    }

    [Fact]
    public async Task Without_scanners_units_still_leave_their_locations()
    {
        await using var hall = await OpenAsync(_ => { });
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 10));

        await hall.OrderAsync(Line(Lamp, 4));

        Assert.Equal([$"{Near}: 6, 0"], await hall.LocationsAsync());
        Assert.Equal(1, hall.Host.Published.Only<OrderReadyToShip>().Part);
    }

    [Fact]
    public async Task W4_1_A_package_has_the_weight_and_size_of_its_items()
    {
        await using var hall = await OpenAsync();
        await hall.OrderAsync(Line(Lamp, 2), Line(Vase, 1, 2.5m));
        await hall.StartAsync();
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, "", Lamp.Value, 2));
        await hall.DoAsync(new ConfirmPick(Bought, 1, 2, "", Vase.Value, 1));
        await hall.DoAsync(new CompletePicking(Bought, 1));

        await hall.DoAsync(new PackPickList(Bought, 1));

        var package = Assert.Single(hall.Host.Published.Only<OrderReadyToShip>().Packages);
        Assert.Equal(Weight.FromKilograms(5.1m), package.Weight);
        Assert.Equal(new Dimensions(60, 40, 40), package.Dimensions);
    }

    [Fact]
    public async Task A_list_goes_from_hand_to_hand_and_says_what_was_picked()
    {
        await using var hall = await OpenAsync();
        await hall.OrderAsync(Line(Lamp, 3));
        var waiting = await hall.ListAsync();
        await hall.StartAsync();
        var picking = await hall.ListAsync();
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, "", Lamp.Value, 1));
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, "", Lamp.Value, 2));
        await hall.DoAsync(new CompletePicking(Bought, 1));

        Assert.Equal((PickListStatus.Pending, null), (waiting.Status, waiting.Picker));
        Assert.Equal((PickListStatus.Picking, "picker-7", TimeSpan.FromMinutes(30)), (picking.Status, picking.Picker, picking.TargetAt - picking.StartedAt));
        Assert.Equal(PickListStatus.Completed, (await hall.ListAsync()).Status);
        Assert.Equal([new StockLine(Lamp, 3)], hall.Host.Published.Only<PickListCompleted>().Lines);
        Assert.Empty(hall.Host.Published.All<OrderReadyToShip>());
    }

    [Fact]
    public async Task Packages_that_were_weighed_are_shipped_as_they_are()
    {
        await using var hall = await PickedHallAsync();
        Parcel[] packages =
        [
            new() { Weight = Weight.FromKilograms(2), Dimensions = new Dimensions(35, 25, 20) },
            new() { Weight = Weight.FromKilograms(1), Dimensions = new Dimensions(35, 25, 20) },
        ];

        await hall.DoAsync(new PackPickList(Bought, 1, packages));
        var again = await hall.RefusedAsync(new PackPickList(Bought, 1, packages));

        Assert.Equal(packages, hall.Host.Published.Only<OrderReadyToShip>().Packages);
        Assert.Equal(RefusalCode.Duplicate, again.Code);
    }

    [Fact]
    public async Task Packages_that_cannot_be_are_refused_by_field()
    {
        await using var hall = await PickedHallAsync();
        var good = new Parcel { Weight = Weight.FromKilograms(3), Dimensions = new Dimensions(35, 25, 20) };

        Assert.Contains("Packages", (await hall.AskAsync(new PackPickList(Bought, 1, []))).Refusals.Select(refusal => refusal.Field));
        Assert.Equal("Packages[0].Weight", (await hall.RefusedAsync(new PackPickList(Bought, 1, [good with { Weight = Weight.FromKilograms(30.001m) }]))).Field);
        Assert.Equal("Packages[0].Dimensions", (await hall.RefusedAsync(new PackPickList(Bought, 1, [good with { Dimensions = null }]))).Field);
        Assert.Equal("Packages", (await hall.RefusedAsync(new PackPickList(Bought, 1, [good with { Weight = Weight.FromKilograms(2.399m) }]))).Field);
        Assert.Empty(hall.Host.Published.All<OrderReadyToShip>());
    }

    [Fact]
    public async Task A_wrong_item_a_wrong_place_and_too_many_are_refused()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 10));
        await hall.OrderAsync(Line(Lamp, 3));
        var early = await hall.RefusedAsync(new ConfirmPick(Bought, 1, 1, Near, Lamp.Value, 1));
        await hall.StartAsync();

        Assert.Equal(RefusalCode.InvalidTransition, early.Code);
        Assert.Equal("Code", (await hall.RefusedAsync(new ConfirmPick(Bought, 1, 1, Near, Vase.Value, 1))).Field);
        Assert.Equal("Location", (await hall.RefusedAsync(new ConfirmPick(Bought, 1, 1, Far, Lamp.Value, 1))).Field);
        Assert.Equal("Line", (await hall.RefusedAsync(new ConfirmPick(Bought, 1, 2, Near, Lamp.Value, 1))).Field);
        Assert.Equal("Quantity", (await hall.RefusedAsync(new ConfirmPick(Bought, 1, 1, Near, Lamp.Value, 4))).Field);
        Assert.Equal("Quantity", (await hall.RefusedAsync(new ConfirmPick(Bought, 1, 1, Near, Lamp.Value, 0))).Field);
        Assert.Equal("Missing", (await hall.RefusedAsync(new ReportShort(Bought, 1, 1, Near, 4))).Field);
        Assert.Equal("Lines", (await hall.RefusedAsync(new CompletePicking(Bought, 1))).Field);
        Assert.Equal("Picker", (await hall.AskAsync(new AssignPickList(Bought, 1, " "))).Refusals[0].Field);
        Assert.Equal(RefusalCode.NotFound, (await hall.RefusedAsync(new StartPicking(Bought, 9))).Code);
        Assert.Equal(RefusalCode.InvalidTransition, (await hall.RefusedAsync(new PackPickList(Bought, 1))).Code);
        Assert.Equal("Reason", (await hall.RefusedAsync(new CancelPickList(Bought, 1, " "))).Field);
        Assert.Equal([$"{Near}: 10, 3"], await hall.LocationsAsync());
    }

    [Fact]
    public async Task A_list_without_lines_is_refused_by_field()
    {
        await using var hall = await OpenAsync();

        var answer = await hall.AskAsync(new CreatePickList(Bought, 0, "ORD-1", StockPlace.Main, [], Shop.Party("Zoé Martin", "69002", "Lyon")));

        Assert.Equal(["Part", "Lines"], answer.Refusals.Select(refusal => refusal.Field));
        Assert.Empty(await hall.AllAsync<PickList>());
    }

    [Fact]
    public async Task The_queue_begins_with_the_most_urgent_and_then_the_oldest()
    {
        await using var hall = await OpenAsync();
        (string Number, OrderPriority Priority)[] orders =
            [("first", OrderPriority.Normal), ("low", OrderPriority.Low), ("urgent", OrderPriority.Urgent), ("second", OrderPriority.Normal), ("high", OrderPriority.High)];
        foreach (var (number, priority) in orders)
        {
            await hall.Host.SendAsync(Planned(priority, new PlannedPart(StockPlace.Main, [Line(Lamp, 1)])) with { OrderId = OrderKeys.From("test", number), Number = number });
            await hall.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        var queue = await hall.Host.Services.GetRequiredService<IRepository<PickList>>().ListAsync(new EntityQuery<PickList>
        {
            Where = list => list.Warehouse == StockPlace.Main && list.Status == PickListStatus.Pending, OrderBy = list => list.QueuePlace,
        });

        Assert.Equal(["urgent", "high", "first", "second", "low"], queue.Items.Select(list => list.Number));
    }

    [Theory]
    [InlineData("2026-03-02T14:59:59Z", "2026-03-02")]
    [InlineData("2026-03-02T15:00:00Z", "2026-03-03")]
    [InlineData("2026-03-02T23:30:00Z", "2026-03-03")]
    [InlineData("2026-07-01T13:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T14:00:00Z", "2026-07-02")]
    public void Express_orders_leave_today_until_four_in_the_afternoon_in_the_warehouse(string createdAt, string day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var at = DateTimeOffset.Parse(createdAt, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), PickQueue.LeavesOn(OrderPriority.Urgent, at, new PickingOptions().ExpressCutOff, zone));
        Assert.Null(PickQueue.LeavesOn(OrderPriority.High, at, new PickingOptions().ExpressCutOff, zone));
    }

    [Fact]
    public void Wrong_settings_are_told_by_name()
    {
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents.AddInventory().Services.Configure<PickingOptions>(options =>
            (options.TimeZone, options.TargetPickTime) = ("Mars/Olympus", TimeSpan.Zero)));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<PickingOptions>>().Value);

        Assert.Equal(["TimeZone", "TargetPickTime"], exception.Failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void Every_step_that_is_not_listed_is_refused()
    {
        string[] listed =
        [
            "None > Pending", "None > Cancelled", "Pending > Assigned", "Pending > Cancelled", "Assigned > Picking", "Assigned > Cancelled",
            "Picking > Completed", "Picking > ShortPicked", "Picking > Cancelled", "ShortPicked > Completed", "ShortPicked > Cancelled",
        ];
        Assert.Equal(listed.Order(), Steps.Of(PickListTransitions.Table));
    }
}
