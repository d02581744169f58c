using System.Text;
using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

public sealed partial class ChronopostRecordingTests
{
    [Fact]
    public async Task Open_relays_around_an_address_have_place_hours_and_limits()
    {
        var points = await ((IPickupPointDirectory)Client).FindPickupPointsAsync(Near("69002"));

        var point = Assert.Single(points);
        Assert.Equal(("2001A", "TABAC DES ESSAIS", "LYON", 420, 45.7578m, 4.8320m, Weight.FromKilograms(20)),
            (point.Id, point.Name, point.Address.City, point.DistanceMetres!.Value, point.Latitude!.Value, point.Longitude!.Value, point.MaxWeight!.Value));
        Assert.Equal(
            [new OpeningHours(DayOfWeek.Monday, new(9, 0), new(12, 0)), new(DayOfWeek.Monday, new(14, 0), new(19, 0)), new(DayOfWeek.Sunday, new(10, 0), new(12, 0))],
            point.OpeningHours);
        await MatchAsync();
    }

    [Fact]
    public async Task Relays_abroad_are_asked_for_by_the_international_operation()
    {
        var near = Near("10115") with { Near = new Address { Line1 = "Beispielstraße 1", City = "Berlin", PostalCode = "10115", Country = CountryCode.Germany }, ParcelWeight = Weight.FromGrams(1250), MaxCount = 5 };

        Assert.Equal(CountryCode.Germany, Assert.Single(await ((IPickupPointDirectory)Client).FindPickupPointsAsync(near)).Address.Country);
        await MatchAsync();
    }

    [Fact]
    public async Task No_relay_is_an_empty_list() => Assert.Empty(await ((IPickupPointDirectory)Client).FindPickupPointsAsync(Near("69003")));

    [Theory]
    [InlineData("69004", CommerceErrorKind.Unauthorized)]
    [InlineData("69005", CommerceErrorKind.Unavailable)]
    [InlineData("69007", CommerceErrorKind.Protocol)]
    public async Task Relays_that_fail_say_how(string postalCode, CommerceErrorKind kind) => Assert.Equal(
        kind, (await Assert.ThrowsAsync<CommerceException>(() => ((IPickupPointDirectory)Client).FindPickupPointsAsync(Near(postalCode)))).Kind);

    [Fact]
    public async Task One_relay_is_read_by_its_number()
    {
        var finder = (IPickupPointFinder)Client;

        Assert.Equal("TABAC DES ESSAIS", (await finder.FindPickupPointAsync(new PickupPointReference { Id = "2001A" }, CountryCode.France))!.Name);
        Assert.Null(await finder.FindPickupPointAsync(new PickupPointReference { Id = "9999Z" }, CountryCode.France));
        Assert.Equal(CommerceErrorKind.Unauthorized, (await Assert.ThrowsAsync<CommerceException>(
            () => finder.FindPickupPointAsync(new PickupPointReference { Id = "9998Z" }, CountryCode.France))).Kind);
    }

    [Fact]
    public async Task Collection_is_booked_with_its_reference()
    {
        var booking = (await ((IPickupScheduler)Client).BookPickupAsync(Pickup("59000"))).Value;

        Assert.Equal(("00000000004711", new DateOnly(2026, 3, 3)), (booking.ConfirmationNumber, booking.Date));
        await MatchAsync();
    }

    [Fact]
    public async Task Collection_is_read_as_the_contract_names_it_too() =>
        Assert.Equal("00000000004712", (await ((IPickupScheduler)Client).BookPickupAsync(Pickup("59001"))).Value.ConfirmationNumber);

    [Theory]
    [InlineData("59002", "25", "Duplicate")]
    [InlineData("59003", "911", "ExternalRejected")]
    public async Task Collection_that_is_refused_says_why(string postalCode, string code, string expected)
    {
        var refusal = (await ((IPickupScheduler)Client).BookPickupAsync(Pickup(postalCode))).Refusal!;

        Assert.Equal((code, expected), (refusal.VendorCode, refusal.Code.Value));
    }

    [Fact]
    public async Task Collection_abroad_is_refused_before_anything_is_sent()
    {
        var pickup = Pickup("10115");
        var abroad = pickup with { From = pickup.From with { Address = pickup.From.Address with { Country = CountryCode.Germany } } };

        Assert.Equal("From.Address.Country", (await ((IPickupScheduler)Client).BookPickupAsync(abroad)).Refusal!.Field);
        Assert.Equal(0, chronopost.Sent("shipping"));
    }

    [Theory]
    [InlineData("59004", CommerceErrorKind.Unauthorized, false)]
    [InlineData("59005", CommerceErrorKind.Unavailable, true)]
    [InlineData("59006", CommerceErrorKind.Unavailable, true)]
    [InlineData("59007", CommerceErrorKind.Protocol, true)]
    public async Task Collection_that_fails_is_sent_once_and_tells_whether_it_may_be_booked(string postalCode, CommerceErrorKind kind, bool unknown)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => ((IPickupScheduler)Client).BookPickupAsync(Pickup(postalCode)));

        Assert.Equal((kind, unknown), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, chronopost.Sent("shipping"));
    }

    [Fact]
    public async Task Collection_is_cancelled()
    {
        Assert.True((await ((IPickupCanceller)Client).CancelPickupAsync(Booking("00000000004711"))).IsSuccess);
        await MatchAsync();
    }

    [Fact]
    public async Task Cancelling_that_does_not_work_says_why()
    {
        var canceller = (IPickupCanceller)Client;

        Assert.Equal("33", (await canceller.CancelPickupAsync(Booking("00000000009999"))).Refusal!.VendorCode);
        Assert.Equal(CommerceErrorKind.Unavailable, (await Assert.ThrowsAsync<CommerceException>(() => canceller.CancelPickupAsync(Booking("00000000009998")))).Kind);
        Assert.Equal(CommerceErrorKind.Protocol, (await Assert.ThrowsAsync<CommerceException>(() => canceller.CancelPickupAsync(Booking("00000000009997")))).Kind);
    }

    [Fact]
    public async Task Proof_of_delivery_is_a_document()
    {
        var proof = (await Proofs.GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = new TrackingNumber("XR000000001FR") })).Value;

        Assert.Equal((DocumentKind.ProofOfDelivery, LabelFormat.Pdf, "%PDF-1.4\n%%EOF\n"), (proof.Kind, proof.Format, Encoding.ASCII.GetString(proof.Content.Span)));
        await MatchAsync();
    }

    [Fact]
    public async Task Proof_that_cannot_be_had_says_why()
    {
        Assert.Equal(RefusalCode.NotFound, (await ProofAsync("XR000000002FR")).Refusal!.Code);
        Assert.Equal((RefusalCode.NotFound, "2"), ((await ProofAsync("XR000000099FR")).Refusal!.Code, (await ProofAsync("XR000000099FR")).Refusal!.VendorCode));
        Assert.Equal(CommerceErrorKind.Unavailable, (await Assert.ThrowsAsync<CommerceException>(() => ProofAsync("XR000000098FR"))).Kind);
        Assert.Equal(CommerceErrorKind.Protocol, (await Assert.ThrowsAsync<CommerceException>(() => ProofAsync("XR000000097FR"))).Kind);
    }

    [Fact]
    public async Task Delivery_time_of_one_product_has_day_and_hour()
    {
        var time = Assert.Single(await ((ITransitTimeProvider)Client).GetTransitTimesAsync(CarrierSamples.Rates() with { Service = new CarrierService("01") }));

        Assert.Equal(("Chrono 13", new DateOnly(2026, 3, 3), new TimeOnly(13, 0)), (time.ServiceName, time.DeliveryDate, time.DeliveryTime!.Value));
        await MatchAsync();
    }

    [Fact]
    public async Task Delivery_times_of_all_products_of_a_lane_leave_out_returns()
    {
        var times = await ((ITransitTimeProvider)Client).GetTransitTimesAsync(CarrierSamples.Rates());

        Assert.Contains(times, time => time.Service.Value == "86");
        Assert.DoesNotContain(times, time => time.Service.Value is "4T" or "44");
    }

    [Fact]
    public async Task Delivery_time_of_a_product_that_does_not_go_there_is_none() =>
        Assert.Empty(await ((ITransitTimeProvider)Client).GetTransitTimesAsync(To(CarrierSamples.Rates(), "69003") with { Service = new CarrierService("01") }));

    [Theory]
    [InlineData("69005", CommerceErrorKind.Unavailable)]
    [InlineData("69007", CommerceErrorKind.Protocol)]
    public async Task Delivery_times_that_fail_say_how(string postalCode, CommerceErrorKind kind) => Assert.Equal(
        kind,
        (await Assert.ThrowsAsync<CommerceException>(() => ((ITransitTimeProvider)Client).GetTransitTimesAsync(
            To(CarrierSamples.Rates(), postalCode) with { Service = new CarrierService("01") }))).Kind);

    private IProofOfDeliveryProvider Proofs => (IProofOfDeliveryProvider)Client;

    private static PickupPointRequest Near(string postalCode) => new() { Near = CarrierSamples.Recipient.Address with { PostalCode = postalCode } };

    private static PickupBooking Booking(string number) => new() { ConfirmationNumber = number, Date = new DateOnly(2026, 3, 3) };

    private static PickupRequest Pickup(string postalCode) => new()
    {
        Key = new OperationKey("pickup-1"),
        From = To(CarrierSamples.Sender, postalCode),
        Date = new DateOnly(2026, 3, 3),
        ReadyAt = new TimeOnly(14, 0),
        CloseAt = new TimeOnly(18, 0),
        Parcels = CarrierSamples.Rates().Parcels,
        Instructions = "Ring the bell",
    };

    private Task<Outcome<ShippingDocument>> ProofAsync(string number) =>
        Proofs.GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(number) });
}
