using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Inventory;
using Commerce.Agents.Entities;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Inventory;

/// <summary>Levels, reservations and alerts of INV-1.</summary>
public sealed class StockTests
{
    private static readonly Sku Lamp = new("LAMP-1");
    private static readonly Sku Vase = new("VASE-1");
    private static readonly Guid Order = Guid.Parse("018f0000-0000-7000-8000-000000000001");

    [Fact]
    public async Task W3_1_A_movement_has_before_after_and_cause()
    {
        await using var host = await StartAsync();

        await host.SendAsync(new ReceiveStock(Lamp, 10, "PO-1"));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await host.SendAsync(new AdjustStock(Lamp, -3, "broken in the rack", Kind: StockMovementKind.Damage));
        await host.SettleAsync();

        var movements = await MovementsAsync(host);
        Assert.Equal([(10, 0, 10), (-3, 10, 7)], movements.Select(movement => (movement.Quantity, movement.Before, movement.After)));
        Assert.Equal([(StockMovementKind.Receipt, "PO-1"), (StockMovementKind.Damage, "broken in the rack")], movements.Select(movement => (movement.Kind, movement.Reference)));
        Assert.Equal(-3, host.Published.Only<StockAdjusted>().Delta);
    }

    [Fact]
    public async Task W3_2_Units_on_hand_reserved_and_available_agree()
    {
        await using var host = await StartAsync(lamps: 10);

        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 4)]));
        await host.SettleAsync();
        var kept = await LevelAsync(host);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        await host.SendAsync(new FulfilStock(Order));
        await host.SettleAsync();
        var left = await LevelAsync(host);

        Assert.Equal((10, 4, 6), (kept.OnHand, kept.Reserved, kept.Available));
        Assert.Equal((6, 0, 6), (left.OnHand, left.Reserved, left.Available));
        Assert.Equal((StockMovementKind.Shipment, -4), (await MovementsAsync(host)).Select(movement => (movement.Kind, movement.Quantity)).Last());
    }

    [Theory]
    [InlineData(-11, StockMovementKind.Adjustment, "Delta")]
    [InlineData(-9, StockMovementKind.Loss, "Delta")]
    [InlineData(0, StockMovementKind.Adjustment, "Delta")]
    [InlineData(1, StockMovementKind.Damage, "Delta")]
    [InlineData(-1, StockMovementKind.Shipment, "Kind")]
    public async Task W3_2_A_correction_that_cannot_be_is_refused_by_field(int delta, StockMovementKind kind, string field)
    {
        await using var host = await StartAsync(lamps: 10);
        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 2)]));
        await host.SettleAsync();

        var answer = await host.AskAsync<Answer>(new AdjustStock(Lamp, delta, "count", Kind: kind));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Equal((10, 2), ((await LevelAsync(host)).OnHand, (await LevelAsync(host)).Reserved));
        Assert.Single(await MovementsAsync(host));
    }

    [Theory]
    [InlineData(0, "PO-1", StockMovementKind.Receipt, "Quantity")]
    [InlineData(1, " ", StockMovementKind.Receipt, "Reference")]
    [InlineData(1, "PO-1", StockMovementKind.Loss, "Kind")]
    public async Task A_receipt_that_cannot_be_is_refused_by_field(int quantity, string reference, StockMovementKind kind, string field)
    {
        await using var host = await StartAsync();

        var answer = await host.AskAsync<Answer>(new ReceiveStock(Lamp, quantity, reference, Kind: kind));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty(await MovementsAsync(host));
    }

    [Fact]
    public async Task A_reservation_keeps_all_lines_or_none_and_tells_what_is_missing()
    {
        await using var host = await StartAsync(lamps: 10);
        await host.SendAsync(new ReceiveStock(Vase, 1, "opening"));

        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 2), new StockLine(Vase, 3), new StockLine(Lamp, 1, "lyon")]));
        await host.SettleAsync();

        Assert.Equal(
            [new StockShortage(Lamp, "lyon", 1, 0), new StockShortage(Vase, "main", 3, 1)],
            host.Published.Only<StockReservationFailed>().Shortages.OrderBy(shortage => shortage.Warehouse));
        Assert.Equal(0, (await LevelAsync(host)).Reserved);
        Assert.Equal(ReservationStatus.Refused, (await ReservationAsync(host)).Status);
    }

    [Fact]
    public async Task A_reservation_is_made_once_however_often_it_is_asked_for()
    {
        await using var host = await StartAsync(lamps: 10);

        for (var i = 0; i < 3; i++)
        {
            await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 2), new StockLine(Lamp, 2)]));
            await host.SettleAsync();
        }

        Assert.Equal(4, (await LevelAsync(host)).Reserved);
        Assert.Equal(3, host.Published.All<StockReserved>().Count);
    }

    [Fact]
    public async Task A_reservation_ends_after_two_hours_unless_it_is_extended()
    {
        await using var host = await StartAsync(lamps: 10);
        var other = Guid.Parse("018f0000-0000-7000-8000-000000000002");
        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 4)]));
        await host.SendAsync(new ReserveStock(other, [new StockLine(Lamp, 3)]));
        await host.SettleAsync();

        await host.SendAsync(new ExtendReservation(other));
        await host.AdvanceAsync(TimeSpan.FromMinutes(119));
        var before = await LevelAsync(host);
        await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        await host.SettleAsync();

        Assert.Equal(7, before.Reserved);
        Assert.Equal(3, (await LevelAsync(host)).Reserved);
        Assert.Equal((ReservationStatus.Expired, "expired"), ((await ReservationAsync(host)).Status, host.Published.Only<StockReleased>().Reason));
        await host.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(3, (await LevelAsync(host)).Reserved);
    }

    [Fact]
    public async Task An_order_whose_units_were_given_back_may_ask_anew()
    {
        await using var host = await StartAsync(lamps: 10);
        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 4)], TimeSpan.FromHours(3)));
        await host.SettleAsync();
        await host.SendAsync(new ReleaseStock(Order, "declined"));
        await host.SettleAsync();
        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 5)], TimeSpan.FromHours(3)));
        await host.SettleAsync();

        Assert.Equal(5, (await LevelAsync(host)).Reserved);

        // The first one's end means nothing to the second.
        await host.AdvanceAsync(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(5, (await LevelAsync(host)).Reserved);
    }

    [Fact]
    public async Task Parts_of_a_reservation_leave_and_never_more_than_is_kept()
    {
        await using var host = await StartAsync(lamps: 10);
        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 5)]));
        await host.SettleAsync();

        var part = await host.AskAsync<Answer>(new FulfilStock(Order, [new StockLine(Lamp, 2)]));
        var tooMuch = await host.AskAsync<Answer>(new FulfilStock(Order, [new StockLine(Lamp, 4)]));
        var rest = await host.AskAsync<Answer>(new FulfilStock(Order));
        var again = await host.AskAsync<Answer>(new FulfilStock(Order));
        await host.SettleAsync();

        Assert.Empty(part.Refusals);
        Assert.Contains("4 of main/LAMP-1 are to leave and 3 are reserved", Assert.Single(tooMuch.Refusals).Message, StringComparison.Ordinal);
        Assert.Empty(rest.Refusals);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(again.Refusals).Code);
        Assert.Equal((5, 0), ((await LevelAsync(host)).OnHand, (await LevelAsync(host)).Reserved));
    }

    [Fact]
    public async Task Every_step_of_a_reservation_that_is_not_listed_is_refused()
    {
        string[] listed =
        [
            "Active > Expired", "Active > Fulfilled", "Active > Released", "Expired > Requested", "None > Requested",
            "Refused > Requested", "Released > Requested", "Requested > Active", "Requested > Refused", "Requested > Released",
            "Requested > Waiting", "Waiting > Active", "Waiting > Released",
        ];
        Assert.Equal(listed.Order(), Steps.Of(ReservationTransitions.Table));

        // And a command that would take such a step changes nothing.
        await using var host = await StartAsync(lamps: 10);
        var answer = await host.AskAsync<Answer>(new ExtendReservation(Order));
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public async Task W3_4_One_alert_is_open_and_it_is_critical_when_nothing_is_left()
    {
        await using var host = await StartAsync(lamps: 20);

        await host.SendAsync(new ReserveStock(Order, [new StockLine(Lamp, 12)]));
        await host.SettleAsync();
        await host.SendAsync(new AdjustStock(Lamp, -1, "count"));
        await host.SettleAsync();
        var low = await AlertsAsync(host);
        await host.SendAsync(new AdjustStock(Lamp, -7, "count"));
        await host.SettleAsync();
        var none = await AlertsAsync(host);
        await host.SendAsync(new ReceiveStock(Lamp, 11, "PO-1"));
        await host.SettleAsync();
        var flicker = await AlertsAsync(host);
        await host.SendAsync(new ReceiveStock(Lamp, 2, "PO-1"));
        await host.SettleAsync();

        Assert.Equal((StockAlertKind.LowStock, StockAlertSeverity.Warning), (Assert.Single(low).Kind, low[0].Severity));
        Assert.Equal((StockAlertKind.OutOfStock, StockAlertSeverity.Critical), (Assert.Single(none).Kind, none[0].Severity));
        Assert.Equal(StockAlertKind.LowStock, Assert.Single(flicker).Kind);
        Assert.Empty(await AlertsAsync(host));
        Assert.Equal(8, host.Published.All<LowStockDetected>()[0].Available);
        Assert.Equal(0, host.Published.Only<StockOutDetected>().Available);
    }

    [Fact]
    public async Task Too_much_is_told_as_well()
    {
        await using var host = await StartAsync(lamps: 100);

        await host.AskAsync<Answer>(new SetStockPolicy(Lamp, new StockPolicy { Max = 100 }));
        await host.SettleAsync();

        Assert.Equal(100, host.Published.Only<OverstockDetected>().Available);
    }

    [Theory]
    [InlineData(0, 10, 0, 1, 0, 10)]
    [InlineData(4, 10, 0, 1, 0, 6)]
    [InlineData(4, 10, 50, 1, 0, 50)]
    [InlineData(5, 20, 0, 10, 0, 20)]
    [InlineData(5, 20, 0, 10, 12, 10)]
    [InlineData(50, 10, 0, 1, 0, 0)]
    public void What_to_order_fills_up_to_the_reorder_point_in_whole_packages(int onHand, int reorderPoint, int reorderQuantity, int pack, int incoming, int expected)
    {
        var level = new StockLevel
        {
            OnHand = onHand,
            Policy = new StockPolicy { ReorderPoint = reorderPoint, ReorderQuantity = reorderQuantity, PackSize = pack },
        };

        Assert.Equal(expected, StockThresholds.SuggestedQuantity(level, incoming));
    }

    [Fact]
    public async Task A_policy_is_refused_by_field()
    {
        await using var host = await StartAsync();

        var answer = await host.AskAsync<Answer>(new SetStockPolicy(
            Lamp, new StockPolicy { ReorderPoint = -1, ReorderQuantity = -1, SafetyStock = -1, Max = -1, PackSize = 0 }));

        Assert.Equal(
            ["Policy.ReorderPoint", "Policy.ReorderQuantity", "Policy.SafetyStock", "Policy.Max", "Policy.PackSize"],
            answer.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task W3_F_A_hundred_decrements_at_once_end_at_the_exact_total()
    {
        await using var host = await StartAsync(lamps: 150);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.SendAsync(new AdjustStock(Lamp, -1, "sale at the counter"))));
        await host.SettleAsync();

        Assert.Equal(50, (await LevelAsync(host)).OnHand);
        Assert.Equal(101, (await MovementsAsync(host, limit: 200)).Count);
    }

    private static async Task<AgentTestHost> StartAsync(int lamps = 0)
    {
        var host = await AgentTestHost.StartAsync(agents => agents.AddInventory());
        if (lamps > 0)
        {
            await host.SendAsync(new ReceiveStock(Lamp, lamps, "opening"));
            await host.SettleAsync();
        }

        return host;
    }

    private static Task<StockLevel> LevelAsync(AgentTestHost host) =>
        host.StateAsync<StockLevel>(InventoryAgentsBuilderExtensions.StockAgentName, new StockPlace(Lamp).Key);

    private static Task<StockReservation> ReservationAsync(AgentTestHost host) =>
        host.StateAsync<StockReservation>(InventoryAgentsBuilderExtensions.ReservationAgentName, Order.ToString());

    private static async Task<List<StockMovement>> MovementsAsync(AgentTestHost host, int limit = 100) =>
        [.. (await host.Services.GetRequiredService<IRepository<StockMovement>>().ListAsync(new EntityQuery<StockMovement> { Limit = limit })).Items.OrderBy(movement => movement.At)];

    private static async Task<List<StockAlert>> AlertsAsync(AgentTestHost host) =>
        [.. (await host.Services.GetRequiredService<IRepository<StockAlert>>().ListAsync(new EntityQuery<StockAlert> { Where = alert => alert.ResolvedAt == null })).Items];
}
