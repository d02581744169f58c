using Commerce.Marketplaces.Mirakl;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    private const string Shipments = "/api/shipments";

    [Fact]
    public async Task Several_parcels_are_told_at_once()
    {
        var outcome = await ShipPartsAsync("Order_00070-A", options => options.ShopId = 2000, "P1", "P2");

        Assert.Equal([new ItemOutcome<string>("P1"), new ItemOutcome<string>("P2")], outcome.Value.Parcels);
        Snapshot.Match(await SentAsync());
    }

    [Fact]
    public async Task A_shipment_by_an_unregistered_carrier_brings_its_own_address()
    {
        await Client().ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("Order_00070-A"),
            Parcels =
            [
                new MarketplaceParcel
                {
                    TrackingNumber = "P1",
                    CarrierName = "House Fleet",
                    TrackingUrl = new Uri("https://track.example.com/P1"),
                    Lines = [new ParcelLine { LineId = new("Order_00070-A-1"), Quantity = 2 }, new ParcelLine { LineId = new("Order_00070-A-2"), Quantity = 1 }],
                },
            ],
        });

        Snapshot.Match((await mirakl.RequestsAsync(Shipments))[^1].ToText());
    }

    [Fact]
    public async Task A_parcel_that_is_refused_beside_one_that_is_taken_keeps_its_reason()
    {
        var outcome = await ShipPartsAsync("Order_00071-A", null, "P1", "P2");

        Assert.True(outcome.Value.Parcels[0].IsSuccess);
        Assert.Equal("mirakl refused: More pieces are shipped than were ordered.", outcome.Value.Parcels[1].Refusal?.Message);
    }

    [Fact]
    public async Task Each_refused_parcel_has_its_own_reason()
    {
        var outcome = await ShipPartsAsync("Order_00072-A", null, "P1", "P2");

        Assert.Equal(
            ["mirakl refused: More pieces are shipped than were ordered.", "mirakl refused: The order line Order_00072-A-9 does not exist."],
            outcome.Value.Parcels.Select(parcel => parcel.Refusal?.Message));
    }

    [Fact]
    public async Task Parcels_known_before_are_looked_for_on_every_page_and_not_told_again()
    {
        var outcome = await ShipPartsAsync("Order_00073-A", null, "P1", "P2");

        Assert.True(outcome.Value.WasAlreadyShipped);
        Assert.Equal(
            ["GET /api/shipments?order_id=Order_00073-A&limit=100", "GET /api/shipments?page_token=bmV4dC1zaGlwbWVudHM"], await AddressesAsync());
    }

    [Fact]
    public async Task Only_the_parcels_that_are_not_known_are_told()
    {
        var outcome = await ShipPartsAsync("Order_00074-A", null, "P1", "P2");

        Assert.All(outcome.Value.Parcels, parcel => Assert.True(parcel.IsSuccess));
        Snapshot.Match((await mirakl.RequestsAsync(Shipments))[^1].ToText());
    }

    [Fact]
    public async Task A_parcel_whose_shipment_was_cancelled_is_told_again()
    {
        var outcome = await ShipPartsAsync("Order_00089-A", null, "P1");

        Assert.False(outcome.Value.WasAlreadyShipped);
        Assert.Equal(1, Told());
    }

    [Theory]
    [InlineData("Order_00075-A", 0)]
    [InlineData("Order_00076-A", 1)]
    [InlineData("Order_00087-A", 0)]
    public async Task An_operator_without_several_shipments_is_told_and_nothing_is_told_blindly(string id, int sent)
    {
        var outcome = await ShipPartsAsync(id, null, "P1", "P2");

        Assert.Equal(RefusalCode.NotSupported, outcome.Refusal?.Code);
        Assert.Equal(sent, Told());
    }

    [Fact]
    public async Task Shipments_that_do_not_fit_are_refused_whole()
    {
        var outcome = await ShipPartsAsync("Order_00081-A", null, "P1");

        Assert.Equal(("VALIDATION_ERROR", "shipments[0].shipment_lines"), (outcome.Refusal?.VendorCode, outcome.Refusal?.Field));
    }

    [Theory]
    [InlineData("Order_00077-A")]
    [InlineData("Order_00086-A")]
    public async Task An_answer_that_tells_no_outcome_leaves_it_unknown(string id)
    {
        var failure = await FailureAsync(() => ShipPartsAsync(id, null, "P1"));

        Assert.Equal((CommerceErrorKind.Protocol, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, Told());
    }

    [Theory]
    [InlineData("Order_00078-A")]
    [InlineData("Order_00079-A")]
    [InlineData("Order_00080-A")]
    public async Task Shipments_without_an_answer_are_sent_once_and_their_outcome_is_unknown(string id)
    {
        var failure = await FailureAsync(() => ShipPartsAsync(id, ShortDeadline, "P1"));

        Assert.Equal((CommerceErrorKind.Unavailable, true, "create-shipments"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(1, Told());
    }

    [Fact]
    public async Task A_lost_shipment_is_recognised_by_its_tracking_number()
    {
        var client = Client();
        var failure = await FailureAsync(() => ShipPartsAsync(client, "Order_00084-A", "P1"));

        var outcome = await ShipPartsAsync(client, "Order_00084-A", "P1");

        Assert.True(failure.IsOutcomeUnknown);
        Assert.True(outcome.Value.WasAlreadyShipped);
        Assert.Equal(1, Told());
    }

    [Theory]
    [InlineData("Order_00082-A", CommerceErrorKind.Unavailable)]
    [InlineData("Order_00085-A", CommerceErrorKind.Protocol)]
    [InlineData("Order_00088-A", CommerceErrorKind.Protocol)]
    public async Task Nothing_is_told_when_it_cannot_be_seen_what_was_told_before(string id, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => ShipPartsAsync(id, null, "P1"));

        Assert.Equal((kind, "list-shipments"), (failure.Kind, failure.Operation));
        Assert.Equal(0, Told());
    }

    [Fact]
    public async Task Throttled_shipments_are_sent_once_and_tell_how_long_to_wait()
    {
        var failure = await FailureAsync(() => ShipPartsAsync("Order_00083-A", null, "P1"));

        Assert.Equal(
            (CommerceErrorKind.Throttled, TimeSpan.FromSeconds(120), false), (failure.Kind, failure.RetryAfter, failure.IsOutcomeUnknown));
        Assert.Equal(1, Told());
    }

    [Fact]
    public async Task Several_parcels_without_lines_are_refused_unsent()
    {
        var outcome = await Client().ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("Order_00070-A"),
            Parcels = [new MarketplaceParcel { TrackingNumber = "P1" }, new MarketplaceParcel { TrackingNumber = "P2" }],
        });

        Assert.Equal(RefusalCode.Validation, outcome.Refusal?.Code);
        Assert.Equal(0, mirakl.Sent());
    }

    private static Task<Outcome<OrderShipped>> ShipPartsAsync(IMarketplaceClient client, string id, params string[] numbers) =>
        client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new(id),
            Parcels =
            [
                .. numbers.Select((number, index) => new MarketplaceParcel
                {
                    TrackingNumber = number,
                    CarrierCode = "UPS",
                    Lines = [new ParcelLine { LineId = new($"{id}-{index + 1}"), Quantity = 1 }],
                }),
            ],
        });

    /// <summary>How often shipments were told, not asked for.</summary>
    private int Told() => mirakl.Sent(Shipments) - mirakl.Sent(Shipments + "?");

    private Task<Outcome<OrderShipped>> ShipPartsAsync(string id, Action<MiraklMarketplaceOptions>? configure, params string[] numbers) =>
        ShipPartsAsync(Client(configure), id, numbers);
}
