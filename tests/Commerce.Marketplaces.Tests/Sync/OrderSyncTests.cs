using Commerce.Marketplaces.Sync;
using Commerce.Testing;
using Xunit;

namespace Commerce.Marketplaces.Tests.Sync;

public sealed class OrderSyncTests
{
    [Fact]
    public async Task The_first_reading_takes_a_day_and_later_ones_go_on_ten_minutes_before_the_one_before()
    {
        var world = new SyncWorld();
        world.Handler.Verdict = static _ => OrderVerdict.Nothing;
        world.Fake.Put(world.Order(1));
        world.Clock.Advance(TimeSpan.FromHours(25));
        world.Fake.Put(world.Order(2));

        await world.RunAsync();
        Assert.Equal(["first/O-0002/1"], world.Handler.Versions.Keys);

        // Changed nine minutes before the first reading began, and visible only now.
        world.Fake.Put(world.Order(3) with { UpdatedAt = world.Clock.GetUtcNow() - TimeSpan.FromMinutes(9) });
        world.Clock.Advance(TimeSpan.FromHours(1));
        var report = await world.RunAsync();

        Assert.Contains("first/O-0003/1", world.Handler.Versions.Keys);
        Assert.Equal((1, 0, true), (report.New, report.Updated, report.IsComplete));
    }

    [Fact]
    public async Task An_order_that_is_read_three_times_is_handed_over_once_and_a_changed_one_again()
    {
        var world = new SyncWorld();
        world.Fake.Put(world.Order(1, MarketplaceOrderState.ReadyToShip));
        await world.RunAsync();
        await world.RunAsync();
        var third = await world.RunAsync();
        Assert.Equal((0, 0, 1), (third.New, third.Updated, third.Unchanged));

        // A later time of change alone is no change.
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Fake.Put(world.Order(1, MarketplaceOrderState.ReadyToShip) with { CreatedAt = world.Clock.GetUtcNow() });
        Assert.Equal(0, (await world.RunAsync()).Updated);

        world.Fake.Put(world.Order(1, MarketplaceOrderState.Cancelled));
        var changed = await world.RunAsync();

        Assert.Equal(1, changed.Updated);
        Assert.Equal(["first/O-0001/1", "first/O-0001/2"], world.Handler.Versions.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(OrderChange.Updated, world.Handler.Versions["first/O-0001/2"].Change);
    }

    [Fact]
    public async Task An_accepted_order_is_told_to_the_marketplace_once()
    {
        var world = new SyncWorld();
        world.Put(3);

        var report = await world.RunAsync();
        var again = await world.RunAsync();

        Assert.Equal((3, 3), (report.Handled, report.Told));
        Assert.Equal(0, again.Told);
        Assert.Equal(MarketplaceOrderState.ReadyToShip, (await world.Fake.FindOrderAsync(new("O-0002")))!.State);
    }

    [Fact]
    public async Task An_order_without_stock_is_refused_with_the_reason()
    {
        var world = new SyncWorld();
        world.Put(1);
        world.Handler.Verdict = static _ => OrderVerdict.Refuse(CancellationReason.OutOfStock);

        await world.RunAsync();

        Assert.Equal(MarketplaceOrderState.Cancelled, (await world.Fake.FindOrderAsync(new("O-0001")))!.State);
        var action = await world.Sync().FindActionAsync("first", new("O-0001"), "decide");
        Assert.Equal((OrderActionState.Done, CancellationReason.OutOfStock), (action!.State, action.Decision!.RefusalReason));
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_the_decision_is_not_sent_again()
    {
        var world = new SyncWorld();
        world.Put(1);
        world.Fake.Faults.LoseAnswer("DecideOrder");

        var lost = await world.RunAsync();
        Assert.Contains(lost.Failures, failure => failure.Kind == CommerceErrorKind.Unavailable);
        Assert.Equal(OrderActionState.Sent, (await world.Sync().FindActionAsync("first", new("O-0001"), "decide"))!.State);

        // A decision that is sent now fails: the look alone must settle it.
        world.Fake.Faults.Fail("DecideOrder", CommerceErrorKind.Forbidden);
        world.Clock.Advance(world.Options.Retry);
        var report = await world.RunAsync();

        Assert.Equal(1, report.Told);
        Assert.Equal(OrderActionState.Done, (await world.Sync().FindActionAsync("first", new("O-0001"), "decide"))!.State);
    }

    [Fact]
    public async Task A_decision_that_did_not_arrive_is_sent_again_after_a_wait_that_doubles()
    {
        var world = new SyncWorld();
        world.Put(1);
        world.Fake.Faults.Fail("DecideOrder", CommerceErrorKind.Unavailable, times: 2);

        await world.RunAsync();
        Assert.Equal(0, (await world.RunAsync()).Told);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await world.RunAsync()).Told);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await world.RunAsync()).Told);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await world.RunAsync()).Told);
    }

    [Fact]
    public async Task A_refused_action_waits_for_a_person()
    {
        var world = new SyncWorld();
        world.Put(1);
        world.Fake.Faults.Refuse("DecideOrder", new Refusal(RefusalCode.WindowExpired, "Too late."));

        var report = await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        var later = await world.RunAsync();

        Assert.Contains("Too late.", Assert.Single(report.Failures).Message, StringComparison.Ordinal);
        Assert.Empty(later.Failures);
        var action = await world.Sync().FindActionAsync("first", new("O-0001"), "decide");
        Assert.Equal((OrderActionState.Refused, "Too late."), (action!.State, action.Refusal));
    }

    [Fact]
    public async Task Parcels_are_planned_once_and_told_with_the_next_run()
    {
        var world = new SyncWorld();
        world.Fake.Put(world.Order(1, MarketplaceOrderState.ReadyToShip));
        var shipment = new ShipOrderRequest { OrderId = new("O-0001"), Parcels = [new MarketplaceParcel { TrackingNumber = "T1", CarrierCode = "UPS" }] };

        var planned = await world.Sync().PlanAsync(OrderAction.Ship("first", shipment));
        var twice = await world.Sync().PlanAsync(OrderAction.Ship("first", shipment));
        world.Fake.Faults.LoseAnswer("ShipOrder");
        await world.RunAsync();
        world.Clock.Advance(world.Options.Retry);
        await world.RunAsync();

        Assert.Equal("ship T1", planned.Value.Name);
        Assert.Equal(planned.Value.Version, twice.Value.Version);
        Assert.Equal("T1", Assert.Single(world.Fake.Shipped[new("O-0001")]).TrackingNumber);
        Assert.Equal(OrderActionState.Done, (await world.Sync().FindActionAsync("first", new("O-0001"), "ship T1"))!.State);
    }

    [Fact]
    public async Task What_a_marketplace_has_not_is_refused_when_it_is_planned()
    {
        var world = new SyncWorld();

        var outcome = await world.Sync().PlanAsync(
            OrderAction.Cancel("first", new CancelOrderRequest { OrderId = new("O-0001"), Reason = CancellationReason.OutOfStock }));

        Assert.Equal(RefusalCode.NotSupported, outcome.Refusal?.Code);
        Assert.Contains("order_cancellation", outcome.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_fails_on_one_order_does_not_hold_up_the_others()
    {
        var world = new SyncWorld();
        world.Put(3);
        world.Handler.Verdict = static order => order.Order.Id.Value == "O-0002" ? throw new InvalidOperationException("Zoé Martin") : OrderVerdict.Nothing;

        var report = await world.RunAsync();
        world.Handler.Verdict = static _ => OrderVerdict.Nothing;
        var soon = await world.RunAsync();
        world.Clock.Advance(world.Options.Retry);
        var later = await world.RunAsync();

        Assert.Equal((2, 0, 1), (report.Handled, soon.Handled, later.Handled));
        var failure = Assert.Single(report.Failures);
        Assert.Equal("O-0002", failure.OrderId?.Value);
        Assert.DoesNotContain("Zoé", failure.Message, StringComparison.Ordinal);
        Assert.Null(report.Failure);
    }

    [Fact]
    public async Task An_account_that_fails_does_not_stop_the_others_and_catches_up()
    {
        var clock = new FakeClock();
        var accounts = Enumerable.Range(1, 6).Select(number => new FakeMarketplace(MarketplaceCode.Mirakl, $"shop-{number}", clock)).ToList();
        var world = new SyncWorld([.. accounts]);
        world.Handler.Verdict = static _ => OrderVerdict.Nothing;
        foreach (var account in accounts)
        {
            account.Put(world.Order(1));
        }

        accounts[2].Faults.Fail("ListOrders", CommerceErrorKind.Unavailable);
        var reports = await world.Sync().RunAllAsync();
        var next = await world.Sync().RunAllAsync();

        Assert.Equal(["shop-3"], reports.Where(report => report.Failure is not null).Select(report => report.Account));
        Assert.Equal(5, reports.Sum(report => report.New));
        Assert.All(next, report => Assert.Null(report.Failure));
        Assert.Equal(6, world.Handler.Versions.Count);
    }

    [Fact]
    public async Task A_reading_that_breaks_off_goes_on_with_the_page_that_failed()
    {
        var world = new SyncWorld();
        world.Put(250);
        var counting = new PageCounter(world.Fake);
        world.Accounts = [counting];
        world.Handler.Verdict = static _ => OrderVerdict.Nothing;
        counting.FailAt = 3;

        var broken = await world.RunAsync();
        var rest = await world.RunAsync();

        Assert.Equal((200, false), (broken.New, broken.IsComplete));
        Assert.Equal((50, true), (rest.New, rest.IsComplete));
        Assert.Equal(250, world.Handler.Versions.Count);
    }

    [Fact]
    public async Task A_page_mark_that_grew_old_lets_the_reading_start_again_and_nothing_comes_twice()
    {
        var world = new SyncWorld();
        world.Put(250);
        var counting = new PageCounter(world.Fake) { FailAt = 3 };
        world.Accounts = [counting];
        world.Handler.Verdict = static _ => OrderVerdict.Nothing;
        await world.RunAsync();

        (counting.FailAt, counting.Kind) = (counting.Pages + 1, CommerceErrorKind.Invalid);
        var report = await world.RunAsync();

        Assert.True(report.IsComplete);
        Assert.Equal(250, world.Handler.Calls);
    }

    [Fact]
    public async Task An_order_that_moves_over_the_edge_of_a_page_while_it_is_read_is_not_lost()
    {
        var world = new SyncWorld();
        world.Put(150);
        world.Clock.Advance(TimeSpan.FromHours(2));
        var counting = new PageCounter(world.Fake);
        world.Accounts = [counting];
        world.Handler.Verdict = static _ => OrderVerdict.Nothing;

        // The first order changes after the first page: the list is sorted by change, so that order 101 slips onto the first page.
        counting.BeforePage = page =>
        {
            if (page == 2)
            {
                world.Fake.Put(world.Order(1, price: 11m));
            }
        };
        await world.RunAsync();

        Assert.Equal(150, world.Handler.Versions.Values.Select(order => order.Order.Id).Distinct().Count());
    }

    [Fact]
    public async Task No_more_is_read_while_too_many_orders_wait_for_the_handler()
    {
        var world = new SyncWorld();
        world.Options.MaxWaiting = 150;
        world.Put(450);
        world.Handler.Verdict = static _ => throw new InvalidOperationException();

        var held = await world.RunAsync();
        Assert.Equal((200, true, false), (held.New, held.IsHeldBack, held.IsComplete));

        world.Handler.Verdict = static _ => OrderVerdict.Nothing;
        world.Clock.Advance(world.Options.Retry);
        var report = await world.RunAsync();

        Assert.Equal((250, false, true), (report.New, report.IsHeldBack, report.IsComplete));
        Assert.Equal(450, world.Handler.Versions.Count);
    }

    [Fact]
    public async Task A_second_process_on_the_same_account_is_told_so()
    {
        var world = new SyncWorld();
        world.Put(1);
        var counting = new PageCounter(world.Fake) { BeforePage = _ => world.Store.SaveAsync(new OrderPage([], new SyncCursor { Account = "first", Version = 1 })).AsTask().GetAwaiter().GetResult() };
        world.Accounts = [counting];

        var report = await world.RunAsync();

        Assert.Equal(CommerceErrorKind.Conflict, report.Failure?.Kind);
        Assert.Contains("another process", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Empty(world.Handler.Versions);
    }
}
