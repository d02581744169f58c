using Xunit;

namespace Commerce.Carriers.Tests.Dpd;

public sealed partial class DpdRecordingTests
{
    [Fact]
    public async Task Cancellation_is_confirmed()
    {
        var outcome = await VoidAsync("07500000000001");

        Assert.Equal((false, true), (outcome.Value.WasAlreadyVoid, outcome.Value.IsComplete));
        await MatchAsync("eprint");
    }

    [Fact]
    public async Task Cancellation_of_some_parcels_names_those_that_it_missed()
    {
        var outcome = await VoidAsync("07500000000001+07500000000002");

        Assert.Equal(
            [("07500000000001", null), ("07500000000002", "InvalidInput")], outcome.Value.Parcels.Select(parcel => (parcel.Key.Value, parcel.Refusal?.VendorCode)));
    }

    [Fact]
    public async Task Second_cancellation_is_confirmed_as_such() => Assert.True((await VoidAsync("07500000000003")).Value.WasAlreadyVoid);

    [Theory]
    [InlineData("07500000000002", "ExternalRejected")]
    [InlineData("07500000000099", "NotFound")]
    public async Task Fault_of_a_cancellation_is_a_refusal_and_asked_for_once(string number, string code)
    {
        Assert.Equal((RefusalCode.From(code), "InvalidInput"), await RefusalOf(VoidAsync(number)));
        Assert.Equal(1, dpd.Sent("eprint"));
    }

    [Theory]
    [InlineData("07500000000096", CommerceErrorKind.Unauthorized, "PermissionDenied", 1)]
    [InlineData("07500000000098", CommerceErrorKind.Unavailable, null, 3)]
    [InlineData("07500000000097", CommerceErrorKind.Protocol, null, 1)]
    [InlineData("07500000000094", CommerceErrorKind.Unavailable, "soap:Server", 1)]
    [InlineData("07500000000095", CommerceErrorKind.Unavailable, null, 3)]
    public async Task Cancellation_that_fails_says_how(string number, CommerceErrorKind kind, string? code, int sent)
    {
        var failure = await FailureAsync(() => VoidAsync(number));

        Assert.Equal((kind, code, "void", sent), (failure.Kind, failure.VendorCode, failure.Operation, dpd.Sent("eprint")));
    }

    [Fact]
    public async Task Tracking_is_newest_first_in_the_time_of_France_and_knows_when_it_was_delivered()
    {
        var report = await Client().TrackAsync(Number("07500000000001"));

        Assert.Equal(TrackingStatus.Delivered, report!.Status);
        Assert.Equal(DateTimeOffset.Parse("2026-03-04T10:31:07+01:00", null), report.DeliveredAt);
        Assert.Equal(["30", "20", "10"], report.Events.Select(item => item.Code));
        Assert.Equal(("Colis livré; Devant la porte", "Lyon"), (report.Events[0].Description, report.Events[0].Location));
        Assert.Equal(0, dpd.Sent("/login"));
        await MatchAsync("webtrace");
    }

    [Fact]
    public async Task Failed_attempt_has_its_reason_and_the_next_one()
    {
        var report = await Client().TrackAsync(Number("07500000000002"));

        Assert.Equal((TrackingStatus.FailedAttempt, IncidentReason.RecipientAbsent), (report!.Status, report.Incident!.Value));
        Assert.Equal(DateTimeOffset.Parse("2026-03-05T12:00:00+01:00", null), report.EstimatedDelivery);
        Assert.Contains("Avis de passage", report.Events[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("07500000000003", "returned")]
    [InlineData("07500000000004", "created")]
    public async Task Return_and_announcement_are_told(string number, string status) =>
        Assert.Equal(status, (await Client().TrackAsync(Number(number)))!.Status.Value);

    [Fact]
    public async Task Unknown_number_has_no_report() => Assert.Null(await Client().TrackAsync(Number("07500000000099")));

    [Theory]
    [InlineData("07500000000096", CommerceErrorKind.Unauthorized, 1)]
    [InlineData("07500000000094", CommerceErrorKind.Invalid, 1)]
    [InlineData("07500000000098", CommerceErrorKind.Unavailable, 3)]
    [InlineData("07500000000097", CommerceErrorKind.Protocol, 1)]
    public async Task Tracking_that_fails_says_how(string number, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => Client().TrackAsync(Number(number)));

        Assert.Equal((kind, "track", sent), (failure.Kind, failure.Operation, dpd.Sent("webtrace")));
        Assert.DoesNotContain("Invented Person", failure.RawBody ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purchase_is_found_by_its_key_with_all_its_parcels_and_their_label()
    {
        var found = await FindAsync("order-two");

        Assert.Equal("07500000000002+07500000000003", found!.Id.Value);
        Assert.Equal(DocumentKind.Label, Assert.Single(found.Documents).Kind);
        await MatchAsync("webtrace");
    }

    [Theory]
    [InlineData("order-nothing")]
    [InlineData("order-unknown")]
    public async Task Purchase_that_never_happened_is_not_found(string key) => Assert.Null(await FindAsync(key));

    [Fact]
    public async Task Purchase_whose_label_is_refused_is_found_without_it() => Assert.Empty((await FindAsync("order-labelless"))!.Documents);

    [Fact]
    public async Task Faults_are_answers_and_do_not_open_the_circuit()
    {
        var voider = (IShipmentVoider)Client(change: options => options.BreakerFailures = 2);

        for (var i = 0; i < 5; i++)
        {
            Assert.False((await voider.VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId("07500000000099") })).IsSuccess);
        }

        Assert.Equal(5, dpd.Sent("eprint"));
    }

    [Theory]
    [InlineData("order-odd", CommerceErrorKind.Protocol)]
    [InlineData("order-customer", CommerceErrorKind.Invalid)]
    [InlineData("order-password", CommerceErrorKind.Unauthorized)]
    [InlineData("order-error", CommerceErrorKind.Invalid)]
    [InlineData("order-unavailable", CommerceErrorKind.Unavailable)]
    public async Task Search_that_fails_does_not_say_that_nothing_was_found(string key, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => FindAsync(key));

        Assert.Equal((kind, "track-reference"), (failure.Kind, failure.Operation));
        Assert.DoesNotContain("recorded-trace", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_of_delivery_is_a_picture()
    {
        var proof = (await ProofAsync("07500000000001")).Value;

        Assert.Equal((DocumentKind.ProofOfDelivery, LabelFormat.Png), (proof.Kind, proof.Format));
        await MatchAsync("webtrace");
    }

    [Theory]
    [InlineData("07500000000002")]
    [InlineData("07500000000099")]
    public async Task Proof_that_does_not_exist_is_refused(string number) => Assert.Equal(RefusalCode.NotFound, (await RefusalOf(ProofAsync(number))).Code);

    [Theory]
    [InlineData("07500000000098", CommerceErrorKind.Unavailable)]
    [InlineData("07500000000097", CommerceErrorKind.Protocol)]
    public async Task Proof_that_fails_says_how(string number, CommerceErrorKind kind)
    {
        var failure = await FailureAsync(() => ProofAsync(number));

        Assert.Equal((kind, "proof-of-delivery"), (failure.Kind, failure.Operation));
    }

    [Fact]
    public async Task Pickup_points_are_nearest_first_with_hours_and_closures()
    {
        var points = await PointsAsync("69002");

        Assert.Equal(["P00001", "P00002"], points.Select(point => point.Id));
        var point = points[0];
        Assert.Equal((350, 45.75780m, 4.83200m, "FACE A LA GARE"), (point.DistanceMetres!.Value, point.Latitude!.Value, point.Longitude!.Value, point.Address.Line3));
        Assert.Equal(
            [new OpeningHours(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 0)), new OpeningHours(DayOfWeek.Sunday, new TimeOnly(14, 0), new TimeOnly(19, 0))],
            point.OpeningHours);
        Assert.Equal(new DateRange(new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 17)), Assert.Single(point.Closures));
        await MatchAsync("mypudo");
    }

    [Fact]
    public async Task Pickup_points_take_no_heavy_parcels() => Assert.Empty(await PointsAsync("69002", Weight.FromKilograms(21)));

    [Theory]
    [InlineData("69003", CommerceErrorKind.Unauthorized, 1)]
    [InlineData("69004", CommerceErrorKind.Invalid, 1)]
    [InlineData("69005", CommerceErrorKind.Unavailable, 3)]
    [InlineData("69006", CommerceErrorKind.Protocol, 1)]
    public async Task Search_for_pickup_points_that_fails_says_how(string postalCode, CommerceErrorKind kind, int sent)
    {
        var failure = await FailureAsync(() => PointsAsync(postalCode));

        Assert.Equal((kind, "pickup-points", sent), (failure.Kind, failure.Operation, dpd.Sent("mypudo")));
        Assert.DoesNotContain("recorded-key", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pickup_point_is_read_by_its_number()
    {
        var finder = (IPickupPointFinder)Client();

        Assert.Equal("RELAIS EXEMPLE", (await finder.FindPickupPointAsync(new PickupPointReference { Id = "P00001" }, CountryCode.France))!.Name);
        Assert.Null(await finder.FindPickupPointAsync(new PickupPointReference { Id = "P99999" }, CountryCode.France));
        await MatchAsync("GetPudoDetails");
    }

    private Task<Outcome<VoidConfirmation>> VoidAsync(string id) => ((IShipmentVoider)Client()).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(id) });

    private Task<Shipment?> FindAsync(string key) => ((IShipmentFinder)Client()).FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey(key) });

    private Task<Outcome<ShippingDocument>> ProofAsync(string number) => ((IProofOfDeliveryProvider)Client()).GetProofOfDeliveryAsync(Number(number));

    private Task<IReadOnlyList<PickupPoint>> PointsAsync(string postalCode, Weight? weight = null) => ((IPickupPointDirectory)Client()).FindPickupPointsAsync(new PickupPointRequest
    {
        Near = CarrierSamples.Recipient.Address with { PostalCode = postalCode }, ShipDate = new DateOnly(2026, 3, 2), ParcelWeight = weight,
    });
}
