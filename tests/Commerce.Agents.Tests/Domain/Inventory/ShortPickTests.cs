using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Domain.Orders;
using Commerce.Testing;
using Xunit;
using static Commerce.Agents.Tests.Domain.Inventory.PickingHall;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Orders that are picked in part, not at all, or once more.</summary>
public sealed class ShortPickTests
{
    private const string Near = "A-01-01-1";
    private const string Far = "B-01-01-1";

    [Fact]
    public async Task What_is_missing_in_one_location_is_taken_from_another()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 4));
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Far, 6));
        await hall.OrderAsync(Line(Lamp, 4));
        await hall.StartAsync();
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, Near, Lamp.Value, 1));

        await hall.DoAsync(new ReportShort(Bought, 1, 1, Near, 3));
        var picking = await hall.ListAsync();
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, Far, Lamp.Value, 3));
        await hall.DoAsync(new CompletePicking(Bought, 1));

        Assert.Equal(PickListStatus.Picking, picking.Status);
        Assert.Equal([$"{Far}: 3, 0"], await hall.LocationsAsync());
        Assert.Equal((7, 4), await hall.LevelAsync(Lamp));
        Assert.Equal(4, hall.Host.Published.Only<PickListCompleted>().Lines[0].Quantity);
        Assert.Empty(hall.Host.Published.All<PickListShortPicked>());
        Assert.Contains(await hall.AllAsync<StockMovement>(), movement => movement is { Kind: StockMovementKind.Loss, Quantity: -3 });
    }

    [Theory]
    [InlineData(6, 10, 10)]
    [InlineData(5, 9, 9)]
    [InlineData(0, 7, 4)]
    public async Task What_is_missing_in_one_location_is_lost_as_far_as_it_is_not_reserved(int others, int onHand, int reserved)
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 4));
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Far, 6));
        await hall.OrderAsync(Line(Lamp, 4));
        await hall.Host.SendAsync(new ReserveStock(Guid.NewGuid(), others == 0 ? [] : [new StockLine(Lamp, others)]));
        await hall.StartAsync();

        await hall.DoAsync(new ReportShort(Bought, 1, 1, Near, 3));

        Assert.Equal((onHand, reserved), await hall.LevelAsync(Lamp));
    }

    [Fact]
    public async Task What_is_missing_is_taken_from_those_who_wait_before_it_is_refused()
    {
        await using var hall = await OpenAsync();
        await hall.Host.SendAsync(new ReserveStock(Guid.NewGuid(), [new StockLine(Lamp, 12)]) { Turn = new StockTurn(1, hall.Host.Clock.GetUtcNow()) });
        await hall.Host.SettleAsync();

        await hall.DoAsync(new AdjustStock(Lamp, -3, "broken", Kind: StockMovementKind.Loss));

        Assert.Equal((7, 7), await hall.LevelAsync(Lamp));
        Assert.Equal("Delta", (await hall.RefusedAsync(new AdjustStock(Lamp, -8, "broken", Kind: StockMovementKind.Loss))).Field);
    }

    [Fact]
    public async Task What_is_missing_everywhere_is_told_and_the_rest_is_shipped()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 4));
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Far, 1));
        await hall.OrderAsync(Line(Lamp, 4));
        await hall.StartAsync();

        await hall.DoAsync(new ReportShort(Bought, 1, 1, Near, 3));
        var shortPicked = await hall.ListAsync();
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, Near, Lamp.Value, 1));
        await hall.DoAsync(new ConfirmPick(Bought, 1, 1, Far, Lamp.Value, 1));
        await hall.DoAsync(new CompletePicking(Bought, 1));
        await hall.DoAsync(new PackPickList(Bought, 1));

        Assert.Equal(PickListStatus.ShortPicked, shortPicked.Status);
        Assert.Equal([new StockLine(Lamp, 2)], hall.Host.Published.Only<PickListShortPicked>().Lines);
        Assert.Equal((7, 2), await hall.LevelAsync(Lamp));
        Assert.Equal(2, hall.Host.Published.Only<PickListCompleted>().Lines[0].Quantity);
        Assert.Equal(Weight.FromKilograms(2.6m), hall.Host.Published.Only<OrderReadyToShip>().Packages[0].Weight);
        Assert.Empty(await hall.LocationsAsync());
    }

    [Fact]
    public async Task Nothing_that_was_picked_is_nothing_to_pack()
    {
        await using var hall = await OpenAsync();
        await hall.OrderAsync(Line(Lamp, 4));
        await hall.StartAsync();
        await hall.DoAsync(new ReportShort(Bought, 1, 1, "", 4));

        var refusal = await hall.RefusedAsync(new CompletePicking(Bought, 1));
        await hall.DoAsync(new CancelPickList(Bought, 1, "nothing is there"));

        Assert.Equal("Lines", refusal.Field);
        Assert.Equal((6, 0), await hall.LevelAsync(Lamp));
        Assert.Equal("nothing is there", hall.Host.Published.Only<PickListCancelled>().Reason);
    }

    [Theory]
    [InlineData(PickListStatus.Pending)]
    [InlineData(PickListStatus.Assigned)]
    [InlineData(PickListStatus.Picking)]
    [InlineData(PickListStatus.ShortPicked)]
    public async Task A_cancelled_order_is_not_picked_and_what_was_taken_goes_back(PickListStatus status)
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 5));
        await hall.OrderAsync(Line(Lamp, 5));
        IMessage[] steps =
        [
            new AssignPickList(Bought, 1, "picker-7"), new StartPicking(Bought, 1), new ConfirmPick(Bought, 1, 1, Near, Lamp.Value, 2),
            new ReportShort(Bought, 1, 1, Near, 1),
        ];
        foreach (var step in steps.Take(status switch { PickListStatus.Pending => 0, PickListStatus.Assigned => 1, PickListStatus.Picking => 3, _ => 4 }))
        {
            await hall.DoAsync(step);
        }

        var before = await hall.ListAsync();
        await hall.Host.SendAsync(new OrderCancelled(Bought, "ORD-20260302-000001", "changed my mind"));
        await hall.Host.SettleAsync();

        Assert.Equal((status, PickListStatus.Cancelled), (before.Status, (await hall.ListAsync()).Status));
        var taken = before.Lines[0].Picked();
        var left = 5 - taken - before.Lines[0].Missing;
        Assert.Equal([$"{Near}: {left}, 0"], await hall.LocationsAsync());
        Assert.Equal(taken == 0 ? [] : [(taken, "pick list ORD-20260302-000001/1")], (await hall.AllAsync<PutAwayTask>()).Select(task => (task.Quantity, task.Reference)));
        Assert.Equal(RefusalCode.InvalidTransition, (await hall.RefusedAsync(new AssignPickList(Bought, 1, "picker-8"))).Code);
    }

    [Fact]
    public async Task A_cancelled_order_that_was_picked_is_not_packed()
    {
        await using var hall = await PickedHallAsync();

        await hall.Host.SendAsync(new OrderCancelled(Bought, "ORD-20260302-000001", "changed my mind"));
        await hall.Host.SettleAsync();

        Assert.Equal(RefusalCode.PolicyViolation, (await hall.RefusedAsync(new PackPickList(Bought, 1))).Code);
        Assert.Empty(hall.Host.Published.All<OrderReadyToShip>());
    }

    [Fact]
    public async Task An_order_that_was_cancelled_before_it_was_planned_is_not_picked()
    {
        await using var hall = await OpenAsync();

        await hall.Host.SendAsync(new OrderCancelled(Bought, "ORD-20260302-000001", "changed my mind"));
        await hall.Host.SettleAsync();
        await hall.OrderAsync(Line(Lamp, 1));

        Assert.Empty(await hall.AllAsync<PickList>());
    }

    [Fact]
    public async Task An_order_that_is_planned_again_is_not_picked_again_and_is_ready_once_more()
    {
        await using var hall = await OpenAsync(_ => { });
        await hall.OrderAsync(Line(Lamp, 2));

        await hall.Host.SendAsync(Planned(OrderPriority.Normal, new PlannedPart(StockPlace.Main, [Line(Lamp, 2)])));
        await hall.Host.SettleAsync();

        Assert.Single(await hall.AllAsync<PickList>());
        Assert.Equal((2, 2, 1), (
            hall.Host.Published.All<PickListCreated>().Count, hall.Host.Published.All<OrderReadyToShip>().Count, hall.Host.Published.All<PickListCompleted>().Count));
    }

    [Fact]
    public async Task A_list_that_was_cancelled_is_made_anew_when_the_order_is_planned_again()
    {
        await using var hall = await OpenAsync();
        await hall.OrderAsync(Line(Lamp, 2));
        await hall.DoAsync(new CancelPickList(Bought, 1, "the aisle is closed"));

        await hall.Host.SendAsync(Planned(OrderPriority.Normal, new PlannedPart(StockPlace.Main, [Line(Lamp, 2)])));
        await hall.Host.SettleAsync();
        await hall.StartAsync();

        Assert.Equal([PickListStatus.Picking, PickListStatus.Cancelled], (await hall.AllAsync<PickList>()).Select(list => list.Status).Order());
    }

    [Fact]
    public async Task An_order_that_is_cancelled_while_its_locations_are_chosen_keeps_none_of_them()
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 5));
        await hall.DoAsync(new PutAway(Vase, StockPlace.Main, Far, 5));

        await hall.Host.SendAsync(Planned(OrderPriority.Normal, new PlannedPart(StockPlace.Main, [Line(Lamp, 3), Line(Vase, 3)])));
        await hall.Host.SendAsync(new OrderCancelled(Bought, "ORD-20260302-000001", "changed my mind"));
        await hall.Host.SettleAsync();

        Assert.Equal([$"{Near}: 5, 0", $"{Far}: 5, 0"], await hall.LocationsAsync());
        Assert.Equal(PickListStatus.Cancelled, (await hall.ListAsync()).Status);
    }

    [Theory]
    [InlineData(CrashPoint.AfterRun)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    [InlineData(CrashPoint.AfterAcknowledge)]
    public async Task Units_that_are_missing_while_a_process_dies_are_lost_once(CrashPoint point)
    {
        await using var hall = await OpenAsync();
        await hall.DoAsync(new PutAway(Lamp, StockPlace.Main, Near, 4));
        await hall.OrderAsync(Line(Lamp, 4));
        await hall.StartAsync();

        hall.Host.CrashNextAt(point);
        await hall.Host.SendAsync(new ReportShort(Bought, 1, 1, Near, 3));
        await hall.Host.RestartAfterCrashAsync();
        await hall.Host.SettleAsync();

        Assert.Equal((7, 1), await hall.LevelAsync(Lamp));
        Assert.Equal([$"{Near}: 1, 1"], await hall.LocationsAsync());
        Assert.Equal(3, (await hall.ListAsync()).Lines[0].Missing);
    }
}
