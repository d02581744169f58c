using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class DelayTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // From Monday 10:00 to the end of Tuesday, the promised day, in Paris.
    private static readonly TimeSpan ToTheEndOfThePromise = TimeSpan.FromHours(38);

    [Theory]
    [InlineData("2026-03-03", "2026-03-03T23:00:00Z")]
    [InlineData("2026-07-14", "2026-07-14T22:00:00Z")]
    public void A_promised_day_ends_at_midnight_of_the_time_zone(string promised, string end) => Assert.Equal(
        DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
        ShipmentDelay.EndOf(DateOnly.Parse(promised, System.Globalization.CultureInfo.InvariantCulture), Paris));

    [Theory]
    [InlineData(null, "2026-03-04", "2026-03-05")]
    [InlineData(null, "2026-03-06", "2026-03-09")]
    [InlineData("2026-03-07", "2026-03-04", "2026-03-07")]
    [InlineData("2026-03-04", "2026-03-04", "2026-03-04")]
    [InlineData("2026-03-03", "2026-03-04", "2026-03-05")]
    public void The_new_day_is_the_carriers_own_or_the_next_business_day(string? estimate, string today, string expected) =>
        Assert.Equal(Day(expected), ShipmentDelay.NewEta(estimate is null ? null : Day(estimate), Day(today)!.Value));

    [Fact]
    public async Task A_late_parcel_is_told_every_day_and_its_carrier_is_asked_once_after_a_day()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync(part: 1);
        await dock.Host.AdvanceAsync(ToTheEndOfThePromise - TimeSpan.FromSeconds(1));
        Assert.Empty(dock.Host.Published.All<ShipmentDelayed>());

        await dock.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var first = dock.Host.Published.Only<ShipmentDelayed>();
        Assert.Empty(dock.Host.Published.All<CarrierEscalated>());
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal((1, new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 5)), (first.Part, first.Promised, first.NewEta));
        Assert.Equal([0, 24, 48], dock.Host.Published.All<ShipmentDelayed>().Select(delayed => delayed.DelayHours));
        Assert.Equal((CarrierCode.Chronopost, await dock.NumberAsync()), (dock.Host.Published.Only<CarrierEscalated>().Carrier, dock.Host.Published.Only<CarrierEscalated>().TrackingNumber));
        Assert.True(Assert.Single(await dock.ListAsync<TrackedShipment>()).IsDelayed);
    }

    [Fact]
    public async Task A_late_parcel_is_looked_for_every_hour()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.Host.AdvanceAsync(ToTheEndOfThePromise);

        await dock.MoveAsync(TrackingStatus.Delivered, TimeSpan.FromHours(1));

        Assert.Equal(ShipmentStatus.Delivered, (await dock.StateAsync()).Status);
        Assert.False(dock.Host.Published.Only<ShipmentDelivered>().OnTime);
        Assert.False(Assert.Single(await dock.ListAsync<TrackedShipment>()).IsDelayed);
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Single(dock.Host.Published.All<ShipmentDelayed>());
    }

    [Fact]
    public async Task A_parcel_that_arrived_just_before_is_not_told_as_late()
    {
        await using var dock = await Dock.OpenAsync(options => options.TrackingInterval = TimeSpan.FromDays(7));
        await dock.ReadyAsync();
        await dock.Host.AdvanceAsync(ToTheEndOfThePromise - TimeSpan.FromMinutes(5));

        await dock.MoveAsync(TrackingStatus.Delivered, TimeSpan.FromMinutes(5));

        Assert.Empty(dock.Host.Published.All<ShipmentDelayed>());
        Assert.True(dock.Host.Published.Only<ShipmentDelivered>().OnTime);
    }

    [Fact]
    public async Task A_parcel_that_waits_at_a_pickup_point_is_not_late()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.MoveAsync(TrackingStatus.AvailableForPickup);

        await dock.Host.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Empty(dock.Host.Published.All<ShipmentDelayed>());
        Assert.Equal(TrackingStatus.AvailableForPickup, dock.Host.Published.Only<ShipmentStatusChanged>().Status);
    }

    [Theory]
    [InlineData("FR", 10)]
    [InlineData("DE", 20)]
    public async Task A_parcel_without_news_comes_to_a_lost_review(string country, int days)
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync(country: country, part: 1);
        var carrier = dock.Host.Published.Only<ShipmentCreated>().Carrier;

        await dock.Host.AdvanceAsync(TimeSpan.FromDays(days) - TimeSpan.FromHours(2));
        Assert.Empty(dock.Host.Published.All<LostReviewOpened>());
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(1));

        var review = dock.Host.Published.Only<LostReviewOpened>();
        Assert.Equal((carrier, 1), (review.Carrier, review.Part));
        Assert.Contains($"{days} days", review.Reason, StringComparison.Ordinal);
        Assert.True(Assert.Single(await dock.ListAsync<TrackedShipment>()).IsInLostReview);
    }

    [Fact]
    public async Task News_end_a_lost_review()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(11));
        Assert.NotNull((await dock.StateAsync()).LostReviewAt);

        await dock.MoveAsync(TrackingStatus.InTransit);

        Assert.Null((await dock.StateAsync()).LostReviewAt);
        Assert.Equal(ShipmentStatus.InTransit, (await dock.StateAsync()).Status);
    }

    [Fact]
    public async Task After_forty_five_days_nobody_looks_any_more()
    {
        await using var dock = await Dock.OpenAsync(options => (options.DomesticSilence, options.DelayedTrackingInterval) = (TimeSpan.FromDays(365), TimeSpan.FromHours(12)));
        await dock.ReadyAsync();
        await dock.MoveAsync(TrackingStatus.InTransit, TimeSpan.FromDays(44));
        Assert.Empty(dock.Host.Published.All<LostReviewOpened>());
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(2));
        var told = dock.Host.Published.All<ShipmentDelayed>().Count;

        await dock.MoveAsync(TrackingStatus.Delivered, TimeSpan.FromDays(5));

        Assert.Contains("45 days", dock.Host.Published.Only<LostReviewOpened>().Reason, StringComparison.Ordinal);
        Assert.Equal(ShipmentStatus.InTransit, (await dock.StateAsync()).Status);
        Assert.Equal(told, dock.Host.Published.All<ShipmentDelayed>().Count);
    }

    [Fact]
    public async Task People_ask_the_carrier_with_a_reason_once_there_is_a_label()
    {
        await using var dock = await Dock.OpenAsync();
        var early = await dock.AskAsync(new EscalateToCarrier(Dock.Order, "where is it?"));
        await dock.ReadyAsync();
        var unexplained = await dock.AskAsync(new EscalateToCarrier(Dock.Order, ""));
        var answer = await dock.AskAsync(new EscalateToCarrier(Dock.Order, "where is it?"));

        Assert.Equal(RefusalCode.NotFound, Assert.Single(early.Refusals).Code);
        Assert.Equal("Reason", Assert.Single(unexplained.Refusals).Field);
        Assert.Empty(answer.Refusals);
        Assert.Equal("where is it?", dock.Host.Published.Only<CarrierEscalated>().Reason);
    }

    private static DateOnly? Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
