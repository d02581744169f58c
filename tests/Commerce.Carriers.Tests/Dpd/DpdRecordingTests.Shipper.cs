using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

public sealed partial class DpdRecordingTests
{
    [Fact]
    public async Task Shipper_tells_reached_states_in_the_time_of_the_netherlands_with_one_login()
    {
        var client = Shipper();

        var report = await client.TrackAsync(Number("05300000000001"));
        var announced = await client.TrackAsync(Number("05300000000002"));

        Assert.Equal((TrackingStatus.Delivered, TrackingStatus.Created), (report!.Status, announced!.Status));
        Assert.Equal(DateTimeOffset.Parse("2021-08-18T09:54:00+02:00", null), report.DeliveredAt);
        Assert.Equal(
            [("Delivered", TrackingStatus.Delivered), ("Courier", TrackingStatus.OutForDelivery), ("BetweenDepots", TrackingStatus.InTransit)],
            report.Events.Select(item => (item.Code, item.Status!.Value)));
        Assert.Equal(DateTimeOffset.Parse("2021-08-17T19:11:26+02:00", null), report.Events[^1].At);
        Assert.Equal(("In transit: At the dispatch centre.", "Puurs (BE)"), (report.Events[^1].Description, report.Events[^1].Location));
        Assert.Equal(1, dpd.Sent("LoginService"));
        await MatchAsync("soap/services");
    }

    [Fact]
    public async Task Shipper_token_that_ends_early_is_asked_for_once_more()
    {
        var report = await Shipper().TrackAsync(Number("05300000000003"));

        Assert.Equal(TrackingStatus.AvailableForPickup, report!.Status);
        Assert.Equal((2, 2), (dpd.Sent("LoginService"), dpd.Sent("ParcelLifeCycle")));
    }

    [Fact]
    public async Task Shipper_knows_nothing_of_an_unknown_number() => Assert.Null(await Shipper().TrackAsync(Number("05300000000099")));

    [Theory]
    [InlineData("05300000000096", CommerceErrorKind.Unavailable, "TRACK_2")]
    [InlineData("05300000000097", CommerceErrorKind.Protocol, null)]
    public async Task Shipper_that_fails_says_how_and_a_fault_is_no_reason_to_ask_again(string number, CommerceErrorKind kind, string? code)
    {
        var failure = await FailureAsync(() => Shipper().TrackAsync(Number(number)));

        Assert.Equal((kind, code, 1), (failure.Kind, failure.VendorCode, dpd.Sent("ParcelLifeCycle")));
    }

    [Fact]
    public async Task Shipper_points_have_the_number_that_the_meta_api_asks_for()
    {
        var points = await ShipperPointsAsync("2800");

        var point = Assert.Single(points);
        Assert.Equal(("BE00000", 400, 51.03m, "Voorbeeldstraat 5"), (point.Id, point.DistanceMetres!.Value, point.Latitude!.Value, point.Address.Line1));
        Assert.Equal(
            [new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 0)), new OpeningHours(DayOfWeek.Monday, new TimeOnly(13, 0), new TimeOnly(18, 0))],
            point.OpeningHours);
        await MatchAsync("ParcelShopFinder");
    }

    [Theory]
    [InlineData("2801", CommerceErrorKind.Unavailable, "SHOP_1")]
    [InlineData("2802", CommerceErrorKind.Protocol, null)]
    public async Task Shipper_search_for_points_that_fails_says_how(string postalCode, CommerceErrorKind kind, string? code)
    {
        var failure = await FailureAsync(() => ShipperPointsAsync(postalCode));

        Assert.Equal((kind, code, "pickup-points"), (failure.Kind, failure.VendorCode, failure.Operation));
    }

    [Theory]
    [InlineData("wrong", CommerceErrorKind.Unauthorized)]
    [InlineData("odd", CommerceErrorKind.Protocol)]
    public async Task Shipper_login_that_fails_is_not_tried_again(string password, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => Shipper(password).TrackAsync(Number("05300000000001")));

        Assert.Equal((kind, "shipper-token", 1), (failure.Kind, failure.Operation, dpd.Sent()));
    }

    private Task<IReadOnlyList<PickupPoint>> ShipperPointsAsync(string postalCode) => ((IPickupPointDirectory)Shipper()).FindPickupPointsAsync(new PickupPointRequest
    {
        Near = CarrierSamples.Recipient.Address with { Country = CountryCode.Parse("BE"), PostalCode = postalCode, City = "Mechelen" },
    });

    private ICarrierClient Shipper(string password = "recorded-shipper") => Client(change: options =>
        (options.WebTracePassword, options.ShipperDelisId, options.ShipperPassword) = ("", "DELISID01", password));
}
