using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Delivered_parcel_has_its_events_in_universal_time()
    {
        var report = (await TrackAsync(50))!;

        Assert.Equal((TrackingStatus.Delivered, Number(50)), (report.Status, report.TrackingNumber));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 13, 30, 0, TimeSpan.Zero), report.DeliveredAt);
        Assert.Equal(
            [("011", TrackingStatus.Delivered, "Lyon FR"), ("021", TrackingStatus.OutForDelivery, "Lyon FR"), ("003", TrackingStatus.Created, "Lille FR")],
            report.Events.Select(item => (item.Code, item.Status!.Value, item.Location!)));
        Assert.Equal("DELIVERED", report.Events[0].Description);
        await MatchAsync("/track/");
    }

    [Fact]
    public async Task Parcel_on_its_way_is_told_in_French_with_the_end_of_the_promised_window()
    {
        var report = (await Client().TrackAsync(new TrackingRequest { TrackingNumber = Number(51), Language = "fr" }))!;

        Assert.Equal(TrackingStatus.InTransit, report.Status);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 21, 30, 0, TimeSpan.Zero), Assert.Single(report.Events).At);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 14, 15, 0, TimeSpan.Zero), report.EstimatedDelivery);
        await MatchAsync("/track/");
    }

    [Fact]
    public async Task Rescheduled_day_counts_even_when_it_is_earlier()
    {
        var report = (await TrackAsync(52))!;

        Assert.Equal((TrackingStatus.Exception, IncidentReason.Weather), (report.Status, report.Incident));
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero), report.EstimatedDelivery);
    }

    [Fact]
    public async Task Parcel_that_came_back_is_returned_and_not_delivered()
    {
        var report = (await TrackAsync(53))!;

        Assert.Equal((TrackingStatus.Returned, null), (report.Status, report.DeliveredAt));
    }

    [Fact]
    public async Task Delivery_without_events_is_dated_by_its_day_and_hour()
    {
        var report = (await TrackAsync(54))!;

        Assert.Equal((TrackingStatus.Delivered, new DateTimeOffset(2026, 3, 4, 14, 30, 0, TimeSpan.Zero)), (report.Status, report.DeliveredAt));
        Assert.Empty(report.Events);
    }

    [Theory]
    [InlineData(55)]
    [InlineData(56)]
    public async Task Unknown_number_has_no_report(int number) => Assert.Null(await TrackAsync(number));

    [Theory]
    [InlineData(57, CommerceErrorKind.Invalid, "TV1002", 1)]
    [InlineData(58, CommerceErrorKind.Throttled, "10429", 1)]
    [InlineData(59, CommerceErrorKind.Unavailable, "20001", 3)]
    [InlineData(60, CommerceErrorKind.Protocol, null, 1)]
    public async Task Tracking_that_fails_says_why(int number, CommerceErrorKind kind, string? code, int requests)
    {
        var exception = await FailureAsync(() => TrackAsync(number));

        Assert.Equal((kind, code, "track"), (exception.Kind, exception.VendorCode, exception.Operation));
        Assert.Equal(requests, ups.Sent("/track/"));
    }

    private Task<TrackingReport?> TrackAsync(int number) => Client().TrackAsync(new TrackingRequest { TrackingNumber = Number(number) });
}
