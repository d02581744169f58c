using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class LabelTests
{
    [Fact]
    public async Task A_second_purchase_gives_the_first_label()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();

        var again = await dock.Host.AskAsync<LabelAnswer>(new BuyLabel(Dock.Order, 0));
        var other = await dock.Host.AskAsync<LabelAnswer>(new BuyLabel(Dock.Order, 1));

        Assert.Equal((CarrierCode.Chronopost, await dock.NumberAsync()), (again.Carrier, again.TrackingNumber!.Value));
        Assert.Equal(again.Labels, other.Labels);
        Assert.Equal($"ORD-1-{again.TrackingNumber}.pdf", Assert.Single(again.Labels), ignoreCase: true);
        Assert.Single(dock.Chronopost.Purchases);
        Assert.Empty(dock.Ups.Purchases);
        Assert.Single(dock.Host.Published.All<ShipmentCreated>());
    }

    [Theory]
    [InlineData(CrashPoint.AfterCall)]
    [InlineData(CrashPoint.AfterOutcome)]
    [InlineData(CrashPoint.BeforeCommit)]
    public async Task A_crash_around_the_purchase_buys_one_label(CrashPoint point)
    {
        await using var dock = await Dock.OpenAsync(null, (CarrierCode.Chronopost, 12.90m, 1));
        dock.Chronopost.Faults.Refuse("CreateShipment", new Refusal(RefusalCode.NotSupported, "Not now."));
        await dock.ReadyAsync();
        dock.Host.CrashNextAt(point);

        await dock.Host.SendAsync(new BuyLabel(Dock.Order, 0));
        await dock.Host.RestartAfterCrashAsync();
        await dock.Host.SettleAsync();
        var label = await dock.Host.AskAsync<LabelAnswer>(new BuyLabel(Dock.Order, 0));

        Assert.Equal(await dock.NumberAsync(), label.TrackingNumber);
        Assert.Single(dock.Chronopost.Purchases);
        Assert.Single(await dock.ListAsync<TrackedShipment>());
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_not_bought_again()
    {
        await using var dock = await Dock.OpenAsync();
        dock.Chronopost.Faults.LoseAnswer("CreateShipment");

        await dock.ReadyAsync();
        await dock.Host.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Single(dock.Chronopost.Purchases);
        Assert.Single((await dock.StateAsync()).Labels);
    }

    [Fact]
    public async Task The_second_choice_sells_the_label_of_its_part_when_the_first_is_down()
    {
        await using var dock = await Dock.OpenAsync();
        dock.Chronopost.Faults.Fail("CreateShipment", CommerceErrorKind.Unavailable, times: 3);

        await dock.ReadyAsync(part: 2);
        await dock.Host.AdvanceAsync(TimeSpan.FromSeconds(10));
        await dock.ReadyAsync(part: 1);

        Assert.Equal((CarrierCode.Chronopost, 2), (dock.Host.Published.Only<CarrierGivenUp>().Carrier, dock.Host.Published.Only<CarrierGivenUp>().Part));
        Assert.Equal([(2, CarrierCode.Ups), (1, CarrierCode.Chronopost)], dock.Host.Published.All<ShipmentCreated>().Select(created => (created.Part, created.Carrier)));
        Assert.StartsWith("next best, after 1 could not", dock.Host.Published.All<ShipmentCreated>()[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_every_carrier_refuses_nobody_is_left()
    {
        await using var dock = await Dock.OpenAsync();
        var refusal = new Refusal(RefusalCode.NotSupported, "The lane is closed.");
        dock.Chronopost.Faults.Refuse("CreateShipment", refusal);
        dock.Ups.Faults.Refuse("CreateShipment", refusal);

        await dock.ReadyAsync(part: 3);

        Assert.Equal(2, dock.Host.Published.All<CarrierGivenUp>().Count);
        Assert.Equal(3, dock.Host.Published.Only<NoCarrierAvailable>().Part);
        Assert.Empty(await dock.ListAsync<TrackedShipment>());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task A_choice_that_there_is_not_is_refused(int choice)
    {
        await using var dock = await Dock.OpenAsync();
        var refusal = new Refusal(RefusalCode.NotSupported, "The lane is closed.");
        dock.Chronopost.Faults.Refuse("CreateShipment", refusal);
        dock.Ups.Faults.Refuse("CreateShipment", refusal);
        await dock.ReadyAsync();

        var label = await dock.Host.AskAsync<LabelAnswer>(new BuyLabel(Dock.Order, choice));

        Assert.Equal((RefusalCode.Validation, "Choice"), (Assert.Single(label.Refusals).Code, label.Refusals[0].Field));
        Assert.Equal(RefusalCode.NotFound, Assert.Single((await dock.Host.AskAsync<LabelAnswer>(new BuyLabel(Dock.Order, 0, 9))).Refusals).Code);
    }

    [Fact]
    public async Task A_label_is_voided_until_pick_up_and_can_be_bought_anew()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        var first = await dock.NumberAsync();

        var voided = await dock.AskAsync(new VoidLabel(Dock.Order, "the address changed"));
        var again = await dock.AskAsync(new VoidLabel(Dock.Order, "the address changed"));
        var cancelled = await dock.StateAsync();
        var label = await dock.Host.AskAsync<LabelAnswer>(new BuyLabel(Dock.Order, 0));
        await dock.AskAsync(new SelectCarrier(Dock.Order, new CarrierRequirements()));
        await dock.Host.SettleAsync();

        Assert.Empty(voided.Refusals);
        Assert.Empty(again.Refusals);
        Assert.Equal(ShipmentStatus.Cancelled, cancelled.Status);
        Assert.Equal(TrackingStatus.Cancelled, dock.Host.Published.Only<ShipmentStatusChanged>().Status);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(label.Refusals).Code);
        Assert.NotEqual(first, await dock.NumberAsync());
        Assert.Equal(
            [ShipmentStatus.Cancelled, ShipmentStatus.Created],
            (await dock.ListAsync<TrackedShipment>()).OrderBy(shipment => shipment.TrackingNumber.Value).Select(shipment => shipment.Status));
    }

    [Theory]
    [InlineData("picked_up")]
    [InlineData("in_transit")]
    public async Task A_label_is_not_voided_after_pick_up(string status)
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.MoveAsync(new TrackingStatus(status));

        var answer = await dock.AskAsync(new VoidLabel(Dock.Order, "too late"));

        Assert.Equal((RefusalCode.InvalidTransition, "Status"), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
        Assert.NotEqual(ShipmentStatus.Cancelled, (await dock.StateAsync()).Status);
    }

    [Fact]
    public async Task Voiding_without_a_label_or_a_reason_or_against_the_carrier_is_refused()
    {
        await using var dock = await Dock.OpenAsync();
        var nothing = await dock.AskAsync(new VoidLabel(Dock.Order, "why not"));
        await dock.ReadyAsync();
        var unexplained = await dock.AskAsync(new VoidLabel(Dock.Order, " "));
        dock.Chronopost.Faults.Refuse("Void", new Refusal(RefusalCode.WindowExpired, "It was scanned."));
        var refused = await dock.AskAsync(new VoidLabel(Dock.Order, "why not"));
        dock.Chronopost.Faults.Fail("Void", CommerceErrorKind.Forbidden);
        var forbidden = await dock.AskAsync(new VoidLabel(Dock.Order, "why not"));

        Assert.Equal(RefusalCode.NotFound, Assert.Single(nothing.Refusals).Code);
        Assert.Equal("Reason", Assert.Single(unexplained.Refusals).Field);
        Assert.Contains("It was scanned.", Assert.Single(refused.Refusals).Message, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.ExternalUnavailable, Assert.Single(forbidden.Refusals).Code);
        Assert.Equal(ShipmentStatus.Created, (await dock.StateAsync()).Status);
    }

    [Fact]
    public async Task A_crash_while_voiding_voids_once()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        dock.Host.CrashNextAt(CrashPoint.AfterCall);

        await dock.Host.SendAsync(new VoidLabel(Dock.Order, "the address changed"));
        await dock.Host.RestartAfterCrashAsync();
        await dock.Host.SettleAsync();

        Assert.Equal(ShipmentStatus.Cancelled, (await dock.StateAsync()).Status);
        Assert.Single((await dock.StateAsync()).Notes);
    }

    [Fact]
    public async Task A_cancelled_order_voids_the_labels_of_all_its_parts()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync(part: 1);
        await dock.ReadyAsync(part: 2);

        await dock.Host.SendAsync(new OrderCancelled(Dock.Order, "ORD-1", "the buyer changed their mind"));
        await dock.Host.SettleAsync();

        Assert.All(await dock.ListAsync<TrackedShipment>(), shipment => Assert.Equal(ShipmentStatus.Cancelled, shipment.Status));
        Assert.Empty(dock.Host.Published.All<ShipmentNotStopped>());
    }

    [Fact]
    public async Task What_is_packed_after_the_cancellation_is_not_sent()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.Host.SendAsync(new OrderCancelled(Dock.Order, "ORD-1", "the buyer changed their mind"));
        await dock.Host.SettleAsync();

        await dock.ReadyAsync();

        Assert.All(await dock.ListAsync<TrackedShipment>(), shipment => Assert.Equal(ShipmentStatus.Cancelled, shipment.Status));
        Assert.True((await dock.StateAsync()).IsStopped);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single((await dock.Host.AskAsync<LabelAnswer>(new BuyLabel(Dock.Order, 0))).Refusals).Code);
    }

    [Fact]
    public async Task A_parcel_that_left_before_the_cancellation_is_told_to_people()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.MoveAsync(TrackingStatus.InTransit);

        await dock.Host.SendAsync(new OrderCancelled(Dock.Order, "ORD-1", "the buyer changed their mind"));
        await dock.Host.SettleAsync();

        Assert.Contains("InTransit", dock.Host.Published.Only<ShipmentNotStopped>().Reason, StringComparison.Ordinal);
        Assert.Equal(ShipmentStatus.InTransit, (await dock.StateAsync()).Status);
    }

    [Fact]
    public async Task A_shipment_can_be_listed_with_all_that_hosts_show()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync(part: 2);

        var shipment = Assert.Single(await dock.ListAsync<TrackedShipment>());
        var created = dock.Host.Published.Only<ShipmentCreated>();
        Assert.Equal((Dock.Order, "ORD-1", 2, "main"), (shipment.OrderId, shipment.OrderNumber, shipment.Part, shipment.Warehouse));
        Assert.Matches("^SHP-20260302-[0-9A-Z]{6}$", shipment.Number);
        Assert.Equal((CarrierCode.Chronopost, Dock.Standard, Money.Eur(12.90m)), (shipment.Carrier, shipment.Service, shipment.Cost));
        Assert.Equal((created.ShipmentId!.Value.Value, created.TrackingNumber, created.PromisedDate), (shipment.Id, shipment.TrackingNumber, shipment.Promised));
        Assert.Equal(created.Labels, shipment.Labels);
    }
}
