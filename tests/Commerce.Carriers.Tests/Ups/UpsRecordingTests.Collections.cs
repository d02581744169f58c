using System.Text;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Collection_is_booked_with_its_number_and_price()
    {
        var booking = (await ((IPickupScheduler)Client()).BookPickupAsync(Pickup("59000"))).Value;

        Assert.Equal(("2929AONCALL01", new DateOnly(2026, 3, 3), Money.Eur(6.50m)), (booking.ConfirmationNumber, booking.Date, booking.Price!.Value));
        await MatchAsync("/pickup");
    }

    [Fact]
    public async Task Collection_in_the_United_States_is_in_pounds_and_names_its_service()
    {
        var pickup = Pickup("59000") with
        {
            From = American with { Address = American.Address with { PostalCode = "59000" } },
            Parcels = [new Parcel { Weight = Weight.FromKilograms(40) }],
            Service = new CarrierService("03"),
            Destination = CountryCode.Parse("CA"),
            Instructions = null,
        };

        Assert.True((await ((IPickupScheduler)Client()).BookPickupAsync(pickup)).IsSuccess);
        await MatchAsync("/pickup");
    }

    [Fact]
    public async Task Collection_without_a_price_is_booked() => Assert.Null((await ((IPickupScheduler)Client()).BookPickupAsync(Pickup("59001"))).Value.Price);

    [Theory]
    [InlineData("59002", "9560131")]
    [InlineData("59003", "9510119")]
    public async Task Collection_that_is_refused_says_why(string postalCode, string code)
    {
        var refusal = (await ((IPickupScheduler)Client()).BookPickupAsync(Pickup(postalCode))).Refusal!;

        Assert.Equal((code, RefusalCode.ExternalRejected), (refusal.VendorCode, refusal.Code));
    }

    [Fact]
    public async Task Collection_without_a_phone_number_is_refused_before_anything_is_sent()
    {
        var silent = Pickup("59000") with { From = CarrierSamples.Sender with { Contact = new Contact { Name = "Ada Test" } } };

        Assert.Equal("From.Contact.Phone", (await ((IPickupScheduler)Client()).BookPickupAsync(silent)).Refusal!.Field);
        Assert.Equal(0, ups.Sent());
    }

    [Theory]
    [InlineData("59004", CommerceErrorKind.Invalid, false)]
    [InlineData("59005", CommerceErrorKind.Unavailable, true)]
    [InlineData("59006", CommerceErrorKind.Protocol, true)]
    public async Task Collection_that_fails_is_sent_once_and_tells_whether_it_may_be_booked(string postalCode, CommerceErrorKind kind, bool unknown)
    {
        var failure = await FailureAsync(() => ((IPickupScheduler)Client()).BookPickupAsync(Pickup(postalCode)));

        Assert.Equal((kind, unknown, "pickup"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(1, ups.Sent("/pickup"));
    }

    [Fact]
    public async Task Collection_is_cancelled_by_its_number()
    {
        Assert.True((await CancelAsync("2929AONCALL01")).IsSuccess);
        await MatchAsync("/pickup/");
    }

    [Fact]
    public async Task Cancelling_that_is_refused_says_why()
    {
        var refusal = (await CancelAsync("2929AONCALL97")).Refusal!;

        Assert.Equal((RefusalCode.ExternalRejected, "9510114", "ConfirmationNumber"), (refusal.Code, refusal.VendorCode, refusal.Field));
    }

    [Theory]
    [InlineData("2929AONCALL98", CommerceErrorKind.Unavailable, 3)]
    [InlineData("2929AONCALL99", CommerceErrorKind.Protocol, 1)]
    public async Task Cancelling_that_fails_says_how(string number, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => CancelAsync(number));

        Assert.Equal((kind, "cancel-pickup"), (failure.Kind, failure.Operation));
        Assert.Equal(sent, ups.Sent("/pickup/"));
    }

    [Fact]
    public async Task Proof_of_delivery_is_a_document()
    {
        var proof = (await ProofAsync(81)).Value;

        Assert.Equal((DocumentKind.ProofOfDelivery, LabelFormat.Pdf, Number(81)), (proof.Kind, proof.Format, proof.TrackingNumber!.Value));
        Assert.Equal("%PDF-1.4\n%%EOF\n", Encoding.ASCII.GetString(proof.Content.Span));
        await MatchAsync("/track/");
    }

    [Fact]
    public async Task Proof_of_delivery_may_be_a_page() => Assert.Equal("html", (await ProofAsync(82)).Value.Format.Value);

    [Theory]
    [InlineData(83)]
    [InlineData(84)]
    [InlineData(85)]
    public async Task Parcel_without_a_proof_is_not_found(int number) => Assert.Equal(RefusalCode.NotFound, (await ProofAsync(number)).Refusal!.Code);

    [Theory]
    [InlineData(86, CommerceErrorKind.Unavailable)]
    [InlineData(87, CommerceErrorKind.Protocol)]
    public async Task Proof_that_fails_says_how(int number, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => ProofAsync(number));

        Assert.Equal((kind, "proof"), (failure.Kind, failure.Operation));
    }

    private static PickupRequest Pickup(string postalCode) => new()
    {
        Key = new OperationKey("pickup-1"),
        From = CarrierSamples.Sender with { Address = CarrierSamples.Sender.Address with { PostalCode = postalCode } },
        Date = new DateOnly(2026, 3, 3),
        ReadyAt = new TimeOnly(14, 0),
        CloseAt = new TimeOnly(18, 0),
        Parcels = CarrierSamples.Rates().Parcels,
        Instructions = "Ring the bell",
    };

    private Task<Outcome<PickupBooking>> CancelAsync(string number) =>
        ((IPickupCanceller)Client()).CancelPickupAsync(new PickupBooking { ConfirmationNumber = number, Date = new DateOnly(2026, 3, 3) });

    private Task<Outcome<ShippingDocument>> ProofAsync(int number) =>
        ((IProofOfDeliveryProvider)Client()).GetProofOfDeliveryAsync(new TrackingRequest { TrackingNumber = Number(number) });
}
