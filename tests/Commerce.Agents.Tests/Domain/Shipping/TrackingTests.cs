using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class TrackingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Shipments_take_only_the_steps_of_the_table()
    {
        string[] listed =
        [
            "Created > PickedUp", "Created > InTransit", "Created > Cancelled", "Created > Exception",
            "PickedUp > InTransit", "PickedUp > OutForDelivery", "PickedUp > Exception", "PickedUp > Returned",
            "InTransit > OutForDelivery", "InTransit > Delivered", "InTransit > Exception", "InTransit > Returned", "InTransit > Lost",
            "OutForDelivery > Delivered", "OutForDelivery > FailedDelivery", "OutForDelivery > Exception",
            "FailedDelivery > OutForDelivery", "FailedDelivery > InTransit", "FailedDelivery > Returned",
            "Exception > InTransit", "Exception > OutForDelivery", "Exception > Delivered", "Exception > Returned", "Exception > Lost",
        ];
        Assert.Equal(listed.Order(), Steps.Of(ShipmentTransitions.Table));
        Assert.Equal(
            [ShipmentStatus.Delivered, ShipmentStatus.Returned, ShipmentStatus.Cancelled, ShipmentStatus.Lost],
            Enum.GetValues<ShipmentStatus>().Where(ShipmentTransitions.IsEnd));
    }

    [Fact]
    public void Whatever_the_order_and_the_repeats_of_arrival_the_status_is_that_of_the_latest_event() => Prop.ForAll(
        (from choices in Gen.Choose(0, 9).ArrayOf(8)
         from ranks in Gen.Choose(0, 1000).ArrayOf(8)
         from repeat in Gen.Choose(0, 7)
         select (choices, ranks, repeat)).ToArbitrary(),
        given =>
        {
            var walk = Walk(given.choices);
            var arrivals = walk.Zip(given.ranks).OrderBy(pair => pair.Second).Select(pair => pair.First).ToList();
            arrivals.Add(arrivals[given.repeat % arrivals.Count]);

            var shipment = arrivals.Aggregate(Bought(), (current, happened) => ShipmentProgress.Apply(current, [happened], Noon));

            return shipment.Status == ShipmentProgress.StatusOf(walk[^1].Status!.Value)
                && shipment.Events.Count == walk.Count
                && shipment.Notes.Count == 0
                && shipment == ShipmentProgress.Apply(shipment, arrivals, Noon);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_word_of_the_carriers_leads_to_its_status_and_back()
    {
        Assert.All(Enum.GetValues<ShipmentStatus>(), status => Assert.Equal(status, ShipmentProgress.StatusOf(ShipmentProgress.WordOf(status))));
        Assert.Equal(ShipmentStatus.OutForDelivery, ShipmentProgress.StatusOf(TrackingStatus.AvailableForPickup));
        Assert.Null(ShipmentProgress.StatusOf(TrackingStatus.Unknown));
    }

    [Fact]
    public async Task An_event_that_comes_again_counts_once_and_another_time_is_another_event()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();

        await dock.PushAsync(Dock.Event(TrackingStatus.PickedUp, Noon));
        await dock.PushAsync(Dock.Event(TrackingStatus.PickedUp, Noon), Dock.Event(TrackingStatus.PickedUp, Noon));
        await dock.PushAsync(Dock.Event(TrackingStatus.PickedUp, Noon.AddMinutes(1)));

        Assert.Equal([Noon, Noon.AddMinutes(1)], (await dock.StateAsync()).Events.Select(happened => happened.At));
        Assert.Equal(TrackingStatus.PickedUp, dock.Host.Published.Only<ShipmentStatusChanged>().Status);
    }

    [Fact]
    public async Task An_event_that_comes_late_is_kept_and_changes_no_status()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();

        await dock.PushAsync(Dock.Event(TrackingStatus.OutForDelivery, Noon));
        await dock.PushAsync(Dock.Event(TrackingStatus.InTransit, Noon.AddHours(-2)));

        var state = await dock.StateAsync();
        Assert.Equal((ShipmentStatus.OutForDelivery, 2, 0), (state.Status, state.Events.Count, state.Notes.Count));
        Assert.Equal(Noon, dock.Host.Published.Only<ShipmentStatusChanged>().At);
        var listed = Assert.Single(await dock.ListAsync<TrackedShipment>());
        Assert.Equal((ShipmentStatus.OutForDelivery, "out_for_delivery", Noon), (listed.Status, listed.LastEvent, listed.LastEventAt!.Value));
    }

    [Fact]
    public async Task A_step_that_the_table_does_not_lead_to_is_a_note()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();

        await dock.PushAsync(Dock.Event(TrackingStatus.InTransit, Noon));
        await dock.PushAsync(Dock.Event(TrackingStatus.PickedUp, Noon.AddHours(1)));

        var state = await dock.StateAsync();
        Assert.Equal(ShipmentStatus.InTransit, state.Status);
        Assert.Contains("PickedUp", Assert.Single(state.Notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_correction_of_an_end_is_a_note_until_an_operator_forces_it()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.PushAsync(Dock.Event(TrackingStatus.Delivered, Noon));

        await dock.PushAsync(Dock.Event(TrackingStatus.InTransit, Noon.AddHours(1)));
        var noted = await dock.StateAsync();
        var answer = await dock.AskAsync(new ForceShipmentStatus(Dock.Order, ShipmentStatus.InTransit, "the carrier scanned a neighbour's parcel"));
        var forced = await dock.StateAsync();
        await dock.MoveAsync(TrackingStatus.Returned);

        Assert.Equal((ShipmentStatus.Delivered, 1), (noted.Status, noted.Notes.Count));
        Assert.Empty(answer.Refusals);
        Assert.Equal((ShipmentStatus.InTransit, 2, null), (forced.Status, forced.Notes.Count, forced.DeliveredAt));
        Assert.Equal(ShipmentStatus.Returned, (await dock.StateAsync()).Status);
        Assert.Single(dock.Host.Published.All<ShipmentDelivered>());
    }

    [Fact]
    public async Task Force_needs_a_label_a_reason_and_a_status_that_there_is()
    {
        await using var dock = await Dock.OpenAsync();
        var unknown = await dock.AskAsync(new ForceShipmentStatus(Dock.Order, ShipmentStatus.Lost, "a reason"));
        await dock.ReadyAsync();
        var unexplained = await dock.AskAsync(new ForceShipmentStatus(Dock.Order, ShipmentStatus.Lost, ""));
        var impossible = await dock.AskAsync(new ForceShipmentStatus(Dock.Order, (ShipmentStatus)99, "a reason"));

        Assert.Equal(RefusalCode.NotFound, Assert.Single(unknown.Refusals).Code);
        Assert.Equal("Reason", Assert.Single(unexplained.Refusals).Field);
        Assert.Equal("Status", Assert.Single(impossible.Refusals).Field);
        Assert.Equal(ShipmentStatus.Created, (await dock.StateAsync()).Status);
    }

    [Fact]
    public async Task Pushes_about_parcels_that_are_not_ours_or_without_events_are_refused()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();

        var foreign = await dock.AskAsync(new IngestTracking(CarrierCode.Chronopost, new TrackingNumber("XY1"), [Dock.Event(TrackingStatus.Lost, Noon)]));
        var other = await dock.AskAsync(new IngestTracking(CarrierCode.Ups, await dock.NumberAsync(), [Dock.Event(TrackingStatus.Lost, Noon)]));
        var empty = await dock.PushAsync();
        var many = await dock.PushAsync([.. Enumerable.Range(0, 501).Select(minute => Dock.Event(TrackingStatus.InTransit, Noon.AddMinutes(minute)))]);

        Assert.Equal((RefusalCode.NotFound, "TrackingNumber"), (Assert.Single(foreign.Refusals).Code, foreign.Refusals[0].Field));
        Assert.Equal(RefusalCode.NotFound, Assert.Single(other.Refusals).Code);
        Assert.Equal("Events", Assert.Single(empty.Refusals).Field);
        Assert.Equal("Events", Assert.Single(many.Refusals).Field);
        Assert.Empty((await dock.StateAsync()).Events);
    }

    [Fact]
    public async Task A_parcel_of_which_the_carrier_pushes_is_not_looked_for()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.Host.AdvanceAsync(TimeSpan.FromHours(1));
        await dock.PushAsync(Dock.Event(TrackingStatus.InTransit, dock.Host.Clock.GetUtcNow()));

        await dock.MoveAsync(TrackingStatus.OutForDelivery, TimeSpan.FromHours(1));
        var pushed = await dock.StateAsync();
        await dock.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(ShipmentStatus.InTransit, pushed.Status);
        Assert.Equal(ShipmentStatus.OutForDelivery, (await dock.StateAsync()).Status);
    }

    [Fact]
    public async Task A_carrier_that_does_not_answer_is_asked_again()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        dock.Chronopost.Faults.Fail("Track", CommerceErrorKind.Unavailable).Fail("Track", CommerceErrorKind.Protocol);

        await dock.MoveAsync(TrackingStatus.InTransit, TimeSpan.FromHours(4));
        var unheard = await dock.StateAsync();
        await dock.Host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(ShipmentStatus.Created, unheard.Status);
        Assert.Equal(ShipmentStatus.InTransit, (await dock.StateAsync()).Status);
    }

    [Theory]
    [InlineData("2026-03-03T22:59:59Z", true, 1)]
    [InlineData("2026-03-03T23:00:00Z", false, 2)]
    public async Task Arrival_is_on_time_until_the_promised_day_ends_in_the_time_zone(string deliveredAt, bool onTime, int transitDays)
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync(part: 1);
        var at = DateTimeOffset.Parse(deliveredAt, System.Globalization.CultureInfo.InvariantCulture);

        await dock.PushAsync(Dock.Event(TrackingStatus.PickedUp, Noon), Dock.Event(TrackingStatus.Delivered, at));

        var delivered = dock.Host.Published.Only<ShipmentDelivered>();
        Assert.Equal((Dock.Order, 1, at, onTime, transitDays), (delivered.OrderId, delivered.Part, delivered.DeliveredAt, delivered.OnTime, delivered.TransitDays));
        Assert.Equal(at, Assert.Single(await dock.ListAsync<TrackedShipment>()).DeliveredAt);
        Assert.Equal(onTime, Assert.Single(await dock.ListAsync<CarrierDelivery>()).Sample.IsOnTime);
    }

    private static OrderShipment Bought() => new() { Status = ShipmentStatus.Created, Word = TrackingStatus.Created };

    private static List<TrackingEvent> Walk(int[] choices)
    {
        var (walk, status) = (new List<TrackingEvent>(), ShipmentStatus.Created);
        foreach (var choice in choices)
        {
            var next = Enum.GetValues<ShipmentStatus>().Where(to => ShipmentTransitions.Table.Allows(status, to)).ToList();
            if (next.Count == 0)
            {
                break;
            }

            status = next[choice % next.Count];
            walk.Add(Dock.Event(ShipmentProgress.WordOf(status), Noon.AddMinutes(walk.Count)));
        }

        return walk;
    }
}
