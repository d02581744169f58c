using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Open_access_points_around_an_address_have_place_distance_and_hours()
    {
        var points = await ((IPickupPointDirectory)Client()).FindPickupPointsAsync(Near("69002"));

        Assert.Equal(["U00000001", "U00000003"], points.Select(point => point.Id));
        Assert.Equal(("TABAC DES ESSAIS", "LYON", CountryCode.France, 45.7578m, 4.8320m),
            (points[0].Name, points[0].Address.City, points[0].Address.Country, points[0].Latitude!.Value, points[0].Longitude!.Value));
        Assert.Equal([400, 1127], points.Select(point => point.DistanceMetres!.Value));
        Assert.Equal(
            [
                new OpeningHours(DayOfWeek.Monday, new(9, 0), new(12, 0)),
                new(DayOfWeek.Monday, new(14, 0), new(19, 0)),
                new(DayOfWeek.Saturday, new(0, 0), new(23, 59)),
            ],
            points[0].OpeningHours);
        await MatchAsync("/locations/");
    }

    [Fact]
    public async Task Access_point_is_read_where_nothing_is_a_list()
    {
        var point = Assert.Single(await ((IPickupPointDirectory)Client()).FindPickupPointsAsync(Near("69001")));

        Assert.Equal([new OpeningHours(DayOfWeek.Tuesday, new(9, 0), new(19, 0))], point.OpeningHours);
    }

    [Fact]
    public async Task No_access_point_is_an_empty_list_and_no_more_come_than_are_asked_for()
    {
        var directory = (IPickupPointDirectory)Client();

        Assert.Empty(await directory.FindPickupPointsAsync(Near("69003")));
        Assert.Single(await directory.FindPickupPointsAsync(Near("69002") with { MaxCount = 1 }));
    }

    [Theory]
    [InlineData("69004", CommerceErrorKind.Protocol, 1)]
    [InlineData("69005", CommerceErrorKind.Unauthorized, 1)]
    [InlineData("69006", CommerceErrorKind.Unavailable, 3)]
    [InlineData("69007", CommerceErrorKind.Protocol, 1)]
    [InlineData("69008", CommerceErrorKind.Protocol, 1)]
    public async Task Access_points_that_fail_say_how(string postalCode, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => ((IPickupPointDirectory)Client()).FindPickupPointsAsync(Near(postalCode)));

        Assert.Equal((kind, "locate"), (failure.Kind, failure.Operation));
        Assert.Equal(sent, ups.Sent("/locations/"));
    }

    [Fact]
    public async Task Transit_times_have_day_hour_and_the_service_that_bears_their_name()
    {
        var times = await ((ITransitTimeProvider)Client()).GetTransitTimesAsync(Lane("69002"));

        Assert.Equal(["54", "level-25", "11"], times.Select(time => time.Service.Value));
        Assert.Equal((new DateOnly(2026, 3, 3), new TimeOnly(9, 0), 1, true),
            (times[0].DeliveryDate, times[0].DeliveryTime!.Value, times[0].BusinessDays!.Value, times[0].IsGuaranteed));
        Assert.Equal(("UPS Standard", null, false), (times[2].ServiceName, times[2].DeliveryTime, times[2].IsGuaranteed));
        await MatchAsync("/transittimes");
    }

    [Fact]
    public async Task Transit_time_of_one_service_leaves_out_the_others()
    {
        var provider = (ITransitTimeProvider)Client();

        Assert.Equal("UPS Standard", Assert.Single(await provider.GetTransitTimesAsync(Lane("69002") with { Service = new CarrierService("11") })).ServiceName);
        Assert.Empty(await provider.GetTransitTimesAsync(Lane("69002") with { Service = new CarrierService("08") }));
    }

    [Fact]
    public async Task Goods_in_transit_across_a_border_have_their_value_and_weight_in_the_units_of_the_sender()
    {
        var request = Lane("69002") with { Sender = American, GoodsValue = new Money(120.50m, Currency.Parse("USD")) };

        Assert.NotEmpty(await ((ITransitTimeProvider)Client()).GetTransitTimesAsync(request));
        await MatchAsync("/transittimes");
    }

    [Theory]
    [InlineData("69003")]
    [InlineData("69004")]
    public async Task Place_without_transit_times_has_none(string postalCode) =>
        Assert.Empty(await ((ITransitTimeProvider)Client()).GetTransitTimesAsync(Lane(postalCode)));

    [Theory]
    [InlineData("69005", CommerceErrorKind.Unauthorized, 1)]
    [InlineData("69006", CommerceErrorKind.Unavailable, 3)]
    [InlineData("69007", CommerceErrorKind.Protocol, 1)]
    public async Task Transit_times_that_fail_say_how(string postalCode, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => ((ITransitTimeProvider)Client()).GetTransitTimesAsync(Lane(postalCode)));

        Assert.Equal((kind, "transit-times"), (failure.Kind, failure.Operation));
        Assert.Equal(sent, ups.Sent("/transittimes"));
    }

    [Fact]
    public async Task Valid_address_is_classified_and_has_its_normal_form()
    {
        var verdict = (await AddressAsync("62701-0001")).Value;

        Assert.Equal((true, true), (verdict.IsDeliverable, verdict.IsResidential!.Value));
        var found = Assert.Single(verdict.Proposals);
        Assert.Equal(("1 EXAMPLE ST", "APT 2", "SPRINGFIELD", "IL", "62701-0001"), (found.Line1, found.Line2, found.City, found.Region, found.PostalCode));
        await MatchAsync("/addressvalidation/");
    }

    [Fact]
    public async Task Address_with_several_candidates_or_none_is_not_deliverable()
    {
        var ambiguous = (await AddressAsync("62702")).Value;
        var unknown = (await AddressAsync("62703")).Value;

        Assert.Equal((false, null), (ambiguous.IsDeliverable, ambiguous.IsResidential));
        Assert.Equal(["62701-0001", "62701"], ambiguous.Proposals.Select(address => address.PostalCode));
        Assert.Equal((false, false), (unknown.IsDeliverable, unknown.IsResidential!.Value));
        Assert.Empty(unknown.Proposals);
    }

    [Fact]
    public async Task Address_elsewhere_is_refused_before_anything_is_sent()
    {
        var refusal = (await ((IAddressValidator)Client()).ValidateAddressAsync(CarrierSamples.Recipient.Address)).Refusal!;

        Assert.Equal(("Country", RefusalCode.NotSupported), (refusal.Field, refusal.Code));
        Assert.Equal(0, ups.Sent());
    }

    [Theory]
    [InlineData("62705", CommerceErrorKind.Unauthorized, 1)]
    [InlineData("62706", CommerceErrorKind.Unavailable, 3)]
    [InlineData("62707", CommerceErrorKind.Protocol, 1)]
    public async Task Address_checks_that_fail_say_how(string postalCode, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => AddressAsync(postalCode));

        Assert.Equal((kind, "validate-address"), (failure.Kind, failure.Operation));
        Assert.Equal(sent, ups.Sent("/addressvalidation/"));
    }

    private static PickupPointRequest Near(string postalCode) => new() { Near = CarrierSamples.Recipient.Address with { PostalCode = postalCode } };

    private static RateRequest Lane(string postalCode) => CarrierSamples.Rates() with
    {
        Recipient = CarrierSamples.Recipient with { Address = CarrierSamples.Recipient.Address with { PostalCode = postalCode } }, ShipDate = new DateOnly(2026, 3, 2),
    };

    private Task<Outcome<AddressVerdict>> AddressAsync(string postalCode) =>
        ((IAddressValidator)Client()).ValidateAddressAsync(American.Address with { Line2 = "Apt 2", PostalCode = postalCode });
}
