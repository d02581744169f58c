using Commerce.Marketplaces.Mirakl;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    [Fact]
    public async Task A_whole_order_is_tracked_then_shipped()
    {
        var outcome = await ShipAsync("Order_00050-A", options => options.ShopId = 2000);

        Assert.False(outcome.Value.WasAlreadyShipped);
        Assert.Equal([new ItemOutcome<string>("1Z900")], outcome.Value.Parcels);
        Snapshot.Match(await SentAsync());
    }

    [Theory]
    [InlineData("named", "House Fleet", "https://track.example.com/1Z900")]
    [InlineData("unnamed", null, null)]
    public async Task A_carrier_without_a_code_is_named(string part, string? name, string? url)
    {
        await Client().ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("Order_00050-A"),
            Parcels = [new MarketplaceParcel { TrackingNumber = "1Z900", CarrierName = name, TrackingUrl = url is null ? null : new Uri(url) }],
        });

        Snapshot.Match((await mirakl.RequestsAsync("/tracking")).Single().ToText(), part);
    }

    [Theory]
    [InlineData("Order_00051-A")]
    [InlineData("Order_00053-A")]
    public async Task An_order_that_was_shipped_before_counts_as_done_after_a_look(string id)
    {
        var outcome = await ShipAsync(id);

        Assert.True(outcome.Value.WasAlreadyShipped);
        Assert.Equal($"GET /api/orders?order_ids={id}&max=1", (await AddressesAsync())[^1]);
    }

    [Fact]
    public async Task An_unpaid_order_is_not_shipped()
    {
        var outcome = await ShipAsync("Order_00052-A");

        Assert.Equal((RefusalCode.InvalidTransition, "mirakl refused: The order cannot be shipped"), (outcome.Refusal?.Code, outcome.Refusal?.Message));
    }

    [Fact]
    public async Task An_order_whose_tracking_is_refused_is_not_told_as_shipped()
    {
        var outcome = await ShipAsync("Order_00060-A");

        Assert.Equal(("VALIDATION_ERROR", "tracking_number"), (outcome.Refusal?.VendorCode, outcome.Refusal?.Field));
        Assert.Equal(0, mirakl.Sent("/ship"));
    }

    [Fact]
    public async Task Shipping_an_unknown_order_is_refused_as_not_found() =>
        Assert.Equal(RefusalCode.NotFound, (await ShipAsync("Order_00061-A")).Refusal?.Code);

    [Fact]
    public async Task Throttled_tracking_tells_how_long_to_wait()
    {
        var failure = await FailureAsync(() => ShipAsync("Order_00062-A"));

        Assert.Equal(
            (CommerceErrorKind.Throttled, TimeSpan.FromSeconds(120), false), (failure.Kind, failure.RetryAfter, failure.IsOutcomeUnknown));
        Assert.Equal(1, mirakl.Sent());
    }

    [Fact]
    public async Task A_lost_shipping_is_sent_again()
    {
        await ShipAsync("Order_00053-A");

        Assert.Equal((1, 2), (mirakl.Sent("/tracking"), mirakl.Sent("/ship")));
    }

    [Theory]
    [InlineData("Order_00063-A")]
    [InlineData("Order_00064-A")]
    [InlineData("Order_00065-A")]
    public async Task Tracking_without_an_answer_is_sent_twice_and_the_order_is_not_shipped(string id)
    {
        var failure = await FailureAsync(() => ShipAsync(id, ShortDeadline));

        Assert.Equal((true, "set-tracking"), (failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal((2, 0), (mirakl.Sent("/tracking"), mirakl.Sent("/ship")));
    }

    [Theory]
    [InlineData("Order_00054-A", true)]
    [InlineData("Order_00055-A", false)]
    [InlineData("Order_00056-A", false)]
    public async Task Shipping_without_an_answer_is_sent_twice_and_its_outcome_is_unknown(string id, bool isSlow)
    {
        // Only the slow answer needs a short deadline, which the call before it may pass too when the machine is busy.
        var failure = await FailureAsync(() => ShipAsync(id, isSlow ? ShortDeadline : null));

        Assert.Equal((CommerceErrorKind.Unavailable, true, "ship-order"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(2, mirakl.Sent("/ship"));
        Assert.InRange(mirakl.Sent("/tracking"), 1, isSlow ? 2 : 1);
    }

    private Task<Outcome<OrderShipped>> ShipAsync(string id, Action<MiraklMarketplaceOptions>? configure = null) =>
        Client(configure).ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new(id),
            Parcels = [new MarketplaceParcel { TrackingNumber = "1Z900", CarrierCode = "UPS" }],
        });
}
