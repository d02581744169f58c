using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

public sealed partial class ChronopostRecordingTests
{
    private static readonly LabelSpecification Zpl = new() { Format = LabelFormat.Zpl };

    [Fact]
    public async Task Shipment_has_its_number_and_its_label()
    {
        var outcome = await Client.CreateShipmentAsync(Shipment("69002"));

        var shipment = outcome.Value;
        Assert.Equal("XR000000001FR", shipment.Id.Value);
        Assert.Equal("XR000000000112489", shipment.Parcels[0].PartnerTrackingNumber!.Value.Value);
        var label = Assert.Single(shipment.Documents);
        Assert.Equal((LabelFormat.Pdf, "XR000000001FR"), (label.Format, label.TrackingNumber!.Value.Value));
        Assert.StartsWith("%PDF-1.4", Encoding.ASCII.GetString(label.Content.Span), StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", Encoding.ASCII.GetString(label.Content.Span), StringComparison.Ordinal);
        await MatchAsync();
    }

    [Fact]
    public async Task Several_parcels_share_one_document_of_the_reservation()
    {
        var outcome = await Client.CreateShipmentAsync(Shipment("69002", parcels: 2));

        Assert.Equal("XR000000002FR+XR000000003FR", outcome.Value.Id.Value);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(Assert.Single(outcome.Value.Documents).Content.Span), StringComparison.Ordinal);
        await MatchAsync();
    }

    [Fact]
    public async Task Options_are_written_as_chronopost_names_them()
    {
        await Client.CreateShipmentAsync(Shipment("69002") with
        {
            Options = new ShipmentOptions { InsuredValue = Money.Eur(250.50m), NotifyByEmail = true, SaturdayDelivery = true },
        });

        await MatchAsync();
    }

    [Fact]
    public async Task Address_without_room_on_the_label_is_refused_before_anything_is_sent()
    {
        var request = Shipment("69002");
        var address = request.Recipient.Address with { Line1 = new string('a', 38), Line2 = new string('b', 38), Line3 = "c" };

        var outcome = await Client.CreateShipmentAsync(request with { Recipient = request.Recipient with { Address = address } });

        Assert.Equal("Recipient.Address.Line1", outcome.Refusal!.Field);
    }

    [Fact]
    public async Task Lane_that_does_not_fit_is_a_refusal()
    {
        var outcome = await Client.CreateShipmentAsync(Shipment("69003"));

        Assert.Equal((RefusalCode.ExternalRejected, "35"), (outcome.Refusal!.Code, outcome.Refusal.VendorCode));
        Assert.Contains("inconsistent", outcome.Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("69004", CommerceErrorKind.Unauthorized, "30", false)]
    [InlineData("69005", CommerceErrorKind.Unavailable, "29", true)]
    [InlineData("69007", CommerceErrorKind.Protocol, null, true)]
    public async Task Purchase_that_fails_is_sent_once_and_tells_whether_it_may_have_happened(
        string postalCode, CommerceErrorKind kind, string? code, bool unknown)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client.CreateShipmentAsync(Shipment(postalCode)));

        Assert.Equal((kind, code, unknown), (failure.Kind, failure.VendorCode, failure.IsOutcomeUnknown));
        Assert.Equal(1, chronopost.Sent("shipping"));
    }

    [Fact]
    public async Task Fault_tells_its_code_and_reason()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client.CreateShipmentAsync(Shipment("69006")));

        Assert.Contains("Unmarshalling Error", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, chronopost.Sent("shipping"));
    }

    [Theory]
    [InlineData("69110")]
    [InlineData("69120")]
    [InlineData("69130")]
    public async Task Lost_answer_of_a_purchase_is_unknown_and_never_sent_again(string postalCode)
    {
        // The system's clock, since real time must pass.
        await using var provider = Provide(static _ => { });
        var client = provider.GetRequiredKeyedService<ICarrierClient>("chronopost");

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(Shipment(postalCode)));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, chronopost.Sent("shipping"));
    }

    [Fact]
    public async Task Purchase_is_found_by_its_key_with_its_label()
    {
        var found = await ((IShipmentFinder)Client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-1"), Label = Zpl });

        Assert.Equal("XR000000001FR", found!.Id.Value);
        Assert.StartsWith("^XA", Encoding.ASCII.GetString(Assert.Single(found.Documents).Content.Span), StringComparison.Ordinal);
        await MatchAsync();
    }

    [Fact]
    public async Task Purchase_that_never_happened_is_not_found() =>
        Assert.Null(await ((IShipmentFinder)Client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-2"), Label = Zpl }));

    [Fact]
    public async Task Search_that_fails_does_not_say_that_nothing_was_found()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() =>
            ((IShipmentFinder)Client).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("order-3"), Label = Zpl }));

        Assert.Equal(CommerceErrorKind.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task Label_is_fetched_again_in_another_format()
    {
        var documents = await ((ILabelReprinter)Client).ReprintAsync(Reprint("XR000000001FR"));

        Assert.Equal(LabelFormat.Zpl, Assert.Single(documents.Value).Format);
        await MatchAsync();
    }

    [Fact]
    public async Task Label_of_an_unknown_number_is_refused()
    {
        var documents = await ((ILabelReprinter)Client).ReprintAsync(Reprint("XR000000099FR"));

        Assert.Equal((RefusalCode.NotFound, "33"), (documents.Refusal!.Code, documents.Refusal.VendorCode));
    }

    [Fact]
    public async Task Label_that_cannot_be_made_now_is_a_failure_that_passes()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => ((ILabelReprinter)Client).ReprintAsync(Reprint("XR000000098FR")));

        Assert.Equal(("36", true), (failure.VendorCode, failure.IsTransient));
    }

    [Fact]
    public async Task Cancellation_is_confirmed()
    {
        var outcome = await VoidAsync("XR000000001FR");

        Assert.False(outcome.Value.WasAlreadyVoid);
        await MatchAsync();
    }

    [Theory]
    [InlineData("XR000000002FR", "WindowExpired", "3")]
    [InlineData("XR000000099FR", "NotFound", "2")]
    public async Task Cancellation_that_comes_too_late_or_for_nothing_is_refused(string number, string code, string vendorCode)
    {
        var outcome = await VoidAsync(number);

        Assert.Equal((code, vendorCode), (outcome.Refusal!.Code.Value, outcome.Refusal.VendorCode));
    }

    [Fact]
    public async Task Cancellation_of_some_parcels_names_those_that_it_missed()
    {
        var outcome = await VoidAsync("XR000000001FR+XR000000002FR");

        Assert.False(outcome.Value.IsComplete);
        Assert.Equal(
            [("XR000000001FR", null), ("XR000000002FR", "3")],
            outcome.Value.Parcels.Select(parcel => (parcel.Key.Value, parcel.Refusal?.VendorCode)));
    }

    [Fact]
    public async Task Second_cancellation_is_confirmed_as_such() => Assert.True((await VoidAsync("XR000000005FR")).Value.WasAlreadyVoid);

    [Fact]
    public async Task Cancellation_that_fails_says_how()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => VoidAsync("XR000000098FR"));

        Assert.Equal((CommerceErrorKind.Unavailable, "1"), (failure.Kind, failure.VendorCode));
    }

    private static ReprintRequest Reprint(string number) => new() { ShipmentId = new CarrierShipmentId(number), Label = Zpl };

    private static ShipmentRequest Shipment(string postalCode, int parcels = 1)
    {
        var request = CarrierSamples.Shipment(new OperationKey("order-1"), "01", LabelFormat.Pdf, parcels);
        return request with { Recipient = To(request.Recipient, postalCode) };
    }

    private Task<Outcome<VoidConfirmation>> VoidAsync(string number) =>
        ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(number) });
}
