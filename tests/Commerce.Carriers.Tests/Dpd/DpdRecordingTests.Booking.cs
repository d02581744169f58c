using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

public sealed partial class DpdRecordingTests
{
    private static readonly LabelSpecification Zpl = new() { Format = LabelFormat.Zpl };
    private static readonly PickupSlot Slot = new(new DateOnly(2026, 3, 3), new TimeOnly(9, 0), new TimeOnly(17, 0));

    [Fact]
    public async Task Label_is_fetched_again_in_another_format()
    {
        var label = Assert.Single((await ReprintAsync("07500000000001")).Value);

        Assert.Equal((LabelFormat.Zpl, "07500000000001"), (label.Format, label.TrackingNumber!.Value.Value));
        await MatchAsync("/label");
    }

    [Fact]
    public async Task Label_of_several_parcels_names_all_of_them_and_the_shipment()
    {
        var label = Assert.Single((await ReprintAsync("MPS0750001/07500000000002+07500000000003")).Value);

        Assert.Null(label.TrackingNumber);
        Assert.Equal(LabelFormat.Pdf, label.Format);
        await MatchAsync("/label");
    }

    [Fact]
    public async Task Label_again_with_a_drop_off_is_refused_before_anything_is_sent()
    {
        var outcome = await ((ILabelReprinter)Client()).ReprintAsync(new ReprintRequest
        {
            ShipmentId = new CarrierShipmentId("07500000000001"), VendorFields = new Dictionary<string, string> { ["DropOffType"] = "BOTH" },
        });

        Assert.Equal(("VendorFields.DropOffType", 0), (outcome.Refusal!.Field, dpd.Sent()));
    }

    [Fact]
    public async Task Label_that_is_not_known_is_refused() =>
        Assert.Equal((RefusalCode.NotFound, "LABEL_1"), await RefusalOf(ReprintAsync("07500000000099")));

    [Theory]
    [InlineData("07500000000098", CommerceErrorKind.Unavailable, 3)]
    [InlineData("07500000000097", CommerceErrorKind.Protocol, 1)]
    public async Task Label_that_fails_says_how(string number, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => ReprintAsync(number));

        Assert.Equal((kind, "label", sent), (failure.Kind, failure.Operation, dpd.Sent("/label")));
    }

    [Fact]
    public async Task Collection_is_booked()
    {
        var booking = (await PickupAsync("pickup-one")).Value;

        Assert.Equal(("PU20260303001", new DateOnly(2026, 3, 3)), (booking.ConfirmationNumber, booking.Date));
        await MatchAsync("/pickupscheduling");
    }

    [Theory]
    [InlineData("pickup-failed", "ERROR_12")]
    [InlineData("pickup-refused", "PICKUP_3")]
    public async Task Collection_that_dpd_does_not_take_is_refused(string key, string code) =>
        Assert.Equal((RefusalCode.ExternalRejected, code), await RefusalOf(PickupAsync(key)));

    [Theory]
    [InlineData("pickup-500", CommerceErrorKind.Unavailable)]
    [InlineData("pickup-malformed", CommerceErrorKind.Protocol)]
    [InlineData("pickup-reset", CommerceErrorKind.Unavailable)]
    public async Task Collection_that_fails_is_unknown_and_never_sent_again(string key, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => PickupAsync(key));

        Assert.Equal((kind, "pickup", true, 1), (failure.Kind, failure.Operation, failure.IsOutcomeUnknown, dpd.Sent("/pickupscheduling")));
    }

    [Fact]
    public async Task Collection_with_an_impossible_window_is_refused_before_anything_is_sent()
    {
        var outcome = await ((IPickupScheduler)Client()).BookPickupAsync(Pickup("pickup-one") with { CloseAt = new TimeOnly(8, 0) });

        Assert.Equal(("CloseAt", 0), (outcome.Refusal!.Field, dpd.Sent()));
    }

    [Fact]
    public async Task Collection_at_a_third_party_has_its_number_and_its_parcel()
    {
        var collection = (await Client().RequestCollectionAsync(Order("collect-one"), Slot)).Value;

        Assert.Equal(("COL-0001", "07500000000006"), (collection.Number, collection.TrackingNumber!.Value.Value));
        Assert.Equal("OK: Collection request created", Assert.Single(collection.Messages).Message);
        await MatchAsync("/colreq");
    }

    [Theory]
    [InlineData("collect-failed", "12")]
    [InlineData("collect-refused", "COLREQ_3")]
    public async Task Collection_at_a_third_party_that_dpd_does_not_take_is_refused(string key, string code) =>
        Assert.Equal((RefusalCode.ExternalRejected, code), await RefusalOf(Client().RequestCollectionAsync(Order(key), Slot)));

    [Theory]
    [InlineData("collect-500", CommerceErrorKind.Unavailable)]
    [InlineData("collect-malformed", CommerceErrorKind.Protocol)]
    [InlineData("collect-reset", CommerceErrorKind.Unavailable)]
    public async Task Collection_at_a_third_party_that_fails_is_unknown_and_never_sent_again(string key, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => Client().RequestCollectionAsync(Order(key), Slot));

        Assert.Equal((kind, "collect", true, 1), (failure.Kind, failure.Operation, failure.IsOutcomeUnknown, dpd.Sent("/colreq")));
    }

    [Fact]
    public async Task Collection_at_a_third_party_of_two_parcels_is_refused_before_anything_is_sent()
    {
        var outcome = await Client().RequestCollectionAsync(Order("collect-one", parcels: 2), Slot);

        Assert.Equal(("Parcels", 0), (outcome.Refusal!.Field, dpd.Sent()));
    }

    private static async Task<(RefusalCode Code, string? VendorCode)> RefusalOf<T>(Task<Outcome<T>> call)
        where T : class => (await call) is { Refusal: { } refusal } ? (refusal.Code, refusal.VendorCode) : default;

    private static PickupRequest Pickup(string key) => new()
    {
        Key = new OperationKey(key),
        From = CarrierSamples.Sender,
        Date = Slot.Date,
        ReadyAt = new TimeOnly(9, 0),
        CloseAt = new TimeOnly(17, 0),
        Parcels = Order("x", parcels: 2).Parcels,
        TrackingNumbers = [new TrackingNumber("07500000000001")],
        Instructions = "Back door",
    };

    private Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(string id) =>
        ((ILabelReprinter)Client()).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId(id), Label = Zpl });

    private Task<Outcome<PickupBooking>> PickupAsync(string key) => ((IPickupScheduler)Client()).BookPickupAsync(Pickup(key));
}
