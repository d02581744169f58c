using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class CarrierPerformanceTests
{
    private static readonly Lane Domestic = new(CountryCode.France, CountryCode.France);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Figures_are_those_of_the_deliveries()
    {
        LaneDay[] days = [new(Today, 1, 4, 4), new(Today.AddDays(-30), 2, 4, 3), new(Today.AddDays(-31), 5, 2, 0)];

        Assert.Equal(new LaneFigures(10, 7, 0.7m, 2.2m, 5, 1), LaneFigures.Of(days, Today));
        Assert.Equal(1, LaneFigures.Of([new(Today, 1, 9, 9), new(Today, 8, 1, 0)], Today).NinetiethPercentileDays);
    }

    [Fact]
    public async Task Punctuality_is_told_when_it_moves_by_two_tenths_of_a_point()
    {
        await using var dock = await Dock.OpenAsync();
        await RecordAsync(dock, 499, late: 0);
        await RecordAsync(dock, 1, late: 1);
        Assert.Equal([1m, 0.998m], Told(dock));

        await RecordAsync(dock, 1, late: 0);

        Assert.Equal([1m, 0.998m], Told(dock));
        var record = Assert.Single(await dock.ListAsync<LaneRecord>());
        Assert.Equal((501, 500), (record.Figures.Deliveries, record.Figures.OnTime));
        Assert.Equal(1, dock.Host.Published.All<CarrierPerformanceUpdated>()[^1].LateIn30Days);
    }

    [Fact]
    public async Task Deliveries_count_for_one_hundred_and_eighty_days()
    {
        await using var dock = await Dock.OpenAsync();
        await RecordAsync(dock, 3, late: 3);
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(180));
        await RecordAsync(dock, 1, late: 0, day: 180);
        Assert.Equal(4, Assert.Single(await dock.ListAsync<LaneRecord>()).Figures.Deliveries);

        await dock.Host.AdvanceAsync(TimeSpan.FromDays(1));
        await RecordAsync(dock, 1, late: 0, day: 181);

        Assert.Equal((2, 1m), (Assert.Single(await dock.ListAsync<LaneRecord>()).Figures.Deliveries, (await dock.ListAsync<LaneRecord>())[0].Figures.OnTimeRate));
        Assert.Equal(5, (await dock.ListAsync<CarrierDelivery>()).Count);
    }

    [Theory]
    [InlineData(50, 10, 0.8371)]
    [InlineData(200, 20, 0.9027)]
    public async Task A_choice_goes_by_what_was_measured_smoothed_with_what_is_expected(int deliveries, int late, decimal expected)
    {
        await using var dock = await Dock.OpenAsync(null, (CarrierCode.Dpd, 6.10m, 1));
        await RecordAsync(dock, deliveries, late, CarrierCode.Dpd);

        await dock.ReadyAsync();

        Assert.Equal(expected, Math.Round(dock.Host.Published.Only<CarrierSelected>().OnTimeRate, 4));
    }

    [Fact]
    public async Task What_was_measured_outlives_the_process_and_changes_the_choice()
    {
        await using var dock = await Dock.OpenAsync();
        await RecordAsync(dock, 40, late: 20);
        await dock.Host.RestartAsync();

        await dock.ReadyAsync(part: 1);
        await dock.ReadyAsync(part: 2, country: "DE");

        Assert.Equal([CarrierCode.Ups, CarrierCode.Chronopost], dock.Host.Published.All<CarrierSelected>().OrderBy(selected => selected.Part).Select(selected => selected.Carrier));
    }

    [Fact]
    public async Task A_parcel_that_arrives_becomes_a_sample_once()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync();
        await dock.MoveAsync(TrackingStatus.InTransit);
        var number = await dock.NumberAsync();
        dock.Chronopost.Move(number, TrackingStatus.Delivered);
        dock.Host.CrashNextAt(CrashPoint.BeforeCommit);

        await dock.Host.SendAsync(new TrackShipment(Dock.Order));
        await dock.Host.RestartAfterCrashAsync();
        await dock.Host.SettleAsync();
        await dock.PushAsync(Dock.Event(TrackingStatus.Delivered, dock.Host.Clock.GetUtcNow().AddHours(1)));

        var sample = Assert.Single(await dock.ListAsync<CarrierDelivery>());
        Assert.Equal((CarrierCode.Chronopost, Dock.Standard, Domestic, Money.Eur(12.90m)), (sample.Carrier, sample.Sample.Service, sample.Sample.Lane, sample.Cost));
        Assert.Equal((new DateOnly(2026, 3, 3), Today, Today), (sample.Sample.Promised, sample.Sample.Delivered, sample.Sample.HandedOver));
        Assert.Equal(1m, Assert.Single(dock.Host.Published.All<CarrierPerformanceUpdated>().DistinctBy(told => told.Deliveries)).OnTimeRate);
    }

    [Fact]
    public async Task More_labels_than_planned_are_told_once_a_month()
    {
        await using var dock = await Dock.OpenAsync(options => options.MaxMonthlyShipments = 2);
        for (var part = 1; part <= 2; part++)
        {
            await dock.ReadyAsync(part);
        }

        Assert.Empty(dock.Host.Published.All<CarrierVolumeExceeded>());
        await dock.ReadyAsync(3);
        await dock.ReadyAsync(4);

        var exceeded = dock.Host.Published.Only<CarrierVolumeExceeded>();
        Assert.Equal((CarrierCode.Chronopost, new DateOnly(2026, 3, 1), 3), (exceeded.Carrier, exceeded.Month, exceeded.Shipments));
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(31));
        await dock.ReadyAsync(5);
        Assert.Single(dock.Host.Published.All<CarrierVolumeExceeded>());
    }

    private static IEnumerable<decimal> Told(Dock dock) => dock.Host.Published.All<CarrierPerformanceUpdated>().Select(told => told.OnTimeRate);

    private static async Task RecordAsync(Dock dock, int count, int late, CarrierCode? carrier = null, int day = 0)
    {
        for (var i = 0; i < count; i++)
        {
            var delivered = Today.AddDays(day);
            await dock.Host.SendAsync(new RecordDelivery(
                new DeliverySample
                {
                    TrackingNumber = new TrackingNumber($"N{i}"),
                    Carrier = carrier ?? CarrierCode.Chronopost,
                    Service = Dock.Standard,
                    Lane = Domestic,
                    HandedOver = delivered.AddDays(-2),
                    Promised = delivered.AddDays(i < late ? -1 : 0),
                    Delivered = delivered,
                },
                Money.Eur(5)));
        }

        await dock.Host.SettleAsync();
    }
}
