using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

public sealed partial class DpdRecordingTests
{
    [Fact]
    public async Task EPrint_predict_notifies_by_itself()
    {
        var shipment = (await EPrint().CreateShipmentAsync(EPrintOrder("eprint-predict", "327"))).Value;

        Assert.Equal(("10700000000001", "https://www.dpd.fr/traces_10700000000001"), (shipment.Id.Value, shipment.Parcels[0].TrackingUrl!.ToString()));
        Assert.Equal((DocumentKind.Label, LabelFormat.Pdf), (Assert.Single(shipment.Documents).Kind, shipment.Documents[0].Format));
        Assert.Equal(0, dpd.Sent("/login"));
        await MatchAsync("eprint");
    }

    [Fact]
    public async Task EPrint_parcel_goes_to_a_shop()
    {
        await EPrint().CreateShipmentAsync(EPrintOrder("eprint-relay", "337") with { PickupPoint = new PickupPointReference { Id = "P00000" } });

        await MatchAsync("eprint");
    }

    [Fact]
    public async Task EPrint_options_are_written_as_dpd_names_them()
    {
        var request = EPrintOrder("eprint-options", "101");
        await EPrint().CreateShipmentAsync(request with
        {
            Options = new ShipmentOptions { InsuredValue = Money.Eur(250.5m), NotifyByEmail = true },
            VendorFields = new Dictionary<string, string> { ["digicode1"] = "1234A", ["digicode2"] = "5678B", ["intercomid"] = "Martin" },
            Recipient = request.Recipient with { Address = request.Recipient.Address with { Country = CountryCode.Parse("IE"), PostalCode = "D02 X285" } },
            Parcels = [request.Parcels[0] with { Reference = "A-1" }],
            Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 300 },
        });

        await MatchAsync("eprint");
    }

    [Fact]
    public async Task EPrint_label_for_the_way_back_and_proof_come_along()
    {
        var shipment = (await EPrint().CreateShipmentAsync(EPrintOrder("eprint-back", "101") with
        {
            Options = new ShipmentOptions { ReturnLabel = true, NotifyBySms = true }, VendorFields = new Dictionary<string, string> { ["expireOffset"] = "60" },
        })).Value;

        Assert.Equal(("10700000000002", "10700000000003"), (shipment.Id.Value, Assert.Single(shipment.Returns).TrackingNumber.Value));
        Assert.Equal([DocumentKind.Label, DocumentKind.ReturnLabel, DocumentKind.Receipt], shipment.Documents.Select(document => document.Kind));
        await MatchAsync("eprint");
    }

    [Fact]
    public async Task EPrint_fault_about_the_content_is_a_refusal_and_sent_once()
    {
        var outcome = await EPrint().CreateShipmentAsync(EPrintOrder("eprint-heavy", "101"));

        Assert.Equal((RefusalCode.ExternalRejected, "InvalidWeight", 1), (outcome.Refusal!.Code, outcome.Refusal.VendorCode, dpd.Sent("eprint")));
    }

    [Theory]
    [InlineData("eprint-forbidden", CommerceErrorKind.Unauthorized, "PermissionDenied", false)]
    [InlineData("eprint-broken", CommerceErrorKind.Unavailable, "Deadlock", true)]
    [InlineData("eprint-malformed", CommerceErrorKind.Protocol, null, true)]
    [InlineData("eprint-without-label", CommerceErrorKind.Protocol, null, true)]
    [InlineData("eprint-reset", CommerceErrorKind.Unavailable, null, true)]
    [InlineData("eprint-truncated", CommerceErrorKind.Unavailable, null, true)]
    [InlineData("eprint-slow", CommerceErrorKind.Unavailable, null, true)]
    public async Task EPrint_purchase_that_fails_is_sent_once_and_tells_whether_it_may_have_happened(string key, CommerceErrorKind kind, string? code, bool unknown)
    {
        var failure = await FailureAsync(() => EPrint(isHurried: key == "eprint-slow").CreateShipmentAsync(EPrintOrder(key, "101")));

        Assert.Equal((kind, code, unknown, "ship", 1), (failure.Kind, failure.VendorCode, failure.IsOutcomeUnknown, failure.Operation, dpd.Sent("eprint")));
    }

    [Fact]
    public async Task EPrint_return_starts_at_the_buyer()
    {
        var shipment = (await EPrintReturnAsync("eprint-return")).Value;

        Assert.Equal(("10700000000005", DocumentKind.ReturnLabel), (shipment.Id.Value, Assert.Single(shipment.Documents).Kind));
        await MatchAsync("eprint");
    }

    [Fact]
    public async Task EPrint_return_is_refused_by_a_fault() =>
        Assert.Equal((RefusalCode.ExternalRejected, "InvalidCountryPrefix"), await RefusalOf(EPrintReturnAsync("eprint-return-refused")));

    [Theory]
    [InlineData("eprint-return-unavailable", CommerceErrorKind.Unavailable)]
    [InlineData("eprint-return-malformed", CommerceErrorKind.Protocol)]
    public async Task EPrint_return_that_fails_is_unknown_and_never_sent_again(string key, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => EPrintReturnAsync(key));

        Assert.Equal((kind, true, "return", 1), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation, dpd.Sent("eprint")));
    }

    [Fact]
    public async Task EPrint_label_is_fetched_again()
    {
        var label = Assert.Single((await EPrintLabelAsync("10700000000001")).Value);

        Assert.Equal((LabelFormat.Zpl, "10700000000001"), (label.Format, label.TrackingNumber!.Value.Value));
        await MatchAsync("eprint");
    }

    [Fact]
    public async Task EPrint_label_that_is_not_known_is_refused() =>
        Assert.Equal((RefusalCode.NotFound, "InvalidInput"), await RefusalOf(EPrintLabelAsync("10700000000099")));

    [Theory]
    [InlineData("10700000000098", CommerceErrorKind.Unavailable, 3)]
    [InlineData("10700000000097", CommerceErrorKind.Protocol, 1)]
    public async Task EPrint_label_that_fails_says_how(string number, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => EPrintLabelAsync(number));

        Assert.Equal((kind, "label", sent), (failure.Kind, failure.Operation, dpd.Sent("eprint")));
    }

    private static ShipmentRequest EPrintOrder(string key, string service) => Order(key, service) with { ShipDate = new DateOnly(2026, 3, 2) };

    private ICarrierClient EPrint(bool isHurried = false) => Provide("", options =>
    {
        (options.UseEPrintForLabels, options.Password) = (true, "");
        options.AttemptTimeout = isHurried ? TimeSpan.FromSeconds(1) : options.AttemptTimeout;
    });

    private Task<Outcome<Shipment>> EPrintReturnAsync(string key) => ((IReturnLabelClient)EPrint()).CreateReturnAsync(EPrintOrder(key, "332") with
    {
        Sender = CarrierSamples.Recipient, Recipient = CarrierSamples.Sender, Options = new ShipmentOptions { InsuredValue = Money.Eur(100), NotifyByEmail = true },
    });

    private Task<Outcome<IReadOnlyList<ShippingDocument>>> EPrintLabelAsync(string number) =>
        ((ILabelReprinter)EPrint()).ReprintAsync(new ReprintRequest { ShipmentId = new CarrierShipmentId(number), Label = Zpl });
}
