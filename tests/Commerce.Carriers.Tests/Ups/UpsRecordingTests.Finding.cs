using Commerce.Testing;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Shipment_whose_answer_was_lost_is_found_with_its_label()
    {
        var client = Client(clock: new FakeClock());

        var exception = await FailureAsync(() => client.CreateShipmentAsync(Order("order-reset")));
        var found = (await FindAsync(client, "order-reset"))!;

        Assert.True(exception.IsOutcomeUnknown);
        Assert.Equal((Number(80).Value, Number(80)), (found.Id.Value, found.TrackingNumber));
        Assert.Equal("92400000000000000000000001", Assert.Single(found.Parcels).PartnerTrackingNumber?.Value);
        Assert.Equal((LabelFormat.Zpl, Number(80)), (Assert.Single(found.Documents).Format, found.Documents[0].TrackingNumber));
        Assert.Equal(1, ups.Sent("/ship"));
        await MatchAsync("/track/");
    }

    [Fact]
    public async Task Every_page_of_a_found_shipment_is_asked_for_and_voided_parcels_are_left_out()
    {
        var found = (await ((IShipmentFinder)Client()).FindShipmentAsync(new FindShipmentRequest
        {
            Key = new OperationKey("order-pages"),
            From = new DateOnly(2026, 2, 27),
            To = new DateOnly(2026, 3, 2),
            Label = new LabelSpecification { Format = LabelFormat.Zpl },
        }))!;

        Assert.Equal([Number(81), Number(82), Number(83)], found.Parcels.Select(parcel => parcel.TrackingNumber));
        Assert.Equal([Number(81), Number(82), Number(83)], found.Documents.Select(label => label.TrackingNumber!.Value));
        Assert.Equal(
            [
                "/api/track/v1/reference/details/order-pages?locale=en_US&fromPickUpDate=20260227&toPickUpDate=20260302&shipperNum=A1B2C3",
                $"/api/track/v1/shipment/details/{Number(81)}?locale=en_US&offset=2&count=50",
                $"/api/track/v1/shipment/details/{Number(81)}?locale=en_US&offset=3&count=50",
            ],
            (await ups.RequestsAsync("/track/")).Select(request => request.Url));
        await MatchAsync("offset=2");
    }

    [Fact]
    public async Task Page_that_is_not_there_ends_the_search()
    {
        var found = (await FindAsync(Client(), "order-short"))!;

        Assert.Equal(Number(85), Assert.Single(found.Parcels).TrackingNumber);
        Assert.Equal(2, ups.Sent("/track/"));
    }

    [Fact]
    public async Task Shipment_without_a_label_any_more_is_found_all_the_same()
    {
        var found = (await FindAsync(Client(), "order-label-gone"))!;

        Assert.Equal(Number(242), found.TrackingNumber);
        Assert.Empty(found.Documents);
    }

    [Theory]
    [InlineData("order-voided")]
    [InlineData("order-unknown-warning")]
    [InlineData("order-unknown")]
    public async Task Nothing_live_is_nothing_found(string key) => Assert.Null(await FindAsync(Client(), key));

    [Theory]
    [InlineData("order-odd", CommerceErrorKind.Invalid, "TV1002", 1)]
    [InlineData("order-waiting", CommerceErrorKind.Unavailable, "20001", 3)]
    [InlineData("order-html", CommerceErrorKind.Protocol, null, 1)]
    public async Task Search_that_fails_says_why_and_never_that_nothing_was_found(string key, CommerceErrorKind kind, string? code, int requests)
    {
        var exception = await FailureAsync(() => FindAsync(Client(), key));

        Assert.Equal((kind, code, "track-reference"), (exception.Kind, exception.VendorCode, exception.Operation));
        Assert.Equal(requests, ups.Sent("/track/"));
    }

    private static Task<Shipment?> FindAsync(ICarrierClient client, string key) => ((IShipmentFinder)client).FindShipmentAsync(
        new FindShipmentRequest { Key = new OperationKey(key), Label = new LabelSpecification { Format = LabelFormat.Zpl } });
}
