using System.Text;
using Commerce.Carriers.ColisPrive;
using Commerce.Testing;
using Commerce.Tests.Support;
using Commerce.Tests.Support.Recordings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.ColisPrive;

/// <summary>The Colis Privé client against recordings in Colis Privé's shape, served by the real WireMock.</summary>
public sealed class ColisPriveRecordingTests(ColisPriveRecordingTests.Recorded colisPrive) : IClassFixture<ColisPriveRecordingTests.Recorded>, IAsyncLifetime
{
    private ServiceProvider _provider = null!;

    private ICarrierClient Client => _provider.GetRequiredKeyedService<ICarrierClient>("colis_prive");

    public Task InitializeAsync()
    {
        _provider = Provide(static services => services.AddSingleton<TimeProvider>(new FakeClock()));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Fact]
    public async Task Parcel_has_its_number_with_the_postal_code_and_its_label()
    {
        var shipment = (await Client.CreateShipmentAsync(Shipment("69002"))).Value;

        Assert.Equal("B0000000000169002", shipment.Id.Value);
        Assert.StartsWith("^XA", Encoding.ASCII.GetString(Assert.Single(shipment.Documents).Content.Span), StringComparison.Ordinal);
        await MatchAsync();
    }

    [Fact]
    public async Task Options_of_the_newer_contract_are_written_as_colis_prive_names_them()
    {
        await using var provider = Provide(static services => services.AddSingleton<TimeProvider>(new FakeClock()), static options =>
            (options.UseNewerContract, options.RelayDestinationType) = (true, "RELAIS"));
        var request = Shipment("69002");

        await provider.GetRequiredKeyedService<ICarrierClient>("colis_prive").CreateShipmentAsync(request with
        {
            Service = new CarrierService("RELAY"),
            PickupPoint = new PickupPointReference { Id = "00042" },
            Label = new LabelSpecification { Format = LabelFormat.Zpl, Dpi = 300 },
            ShipDate = new DateOnly(2026, 3, 2),
            Options = new ShipmentOptions { Signature = true, InsuredValue = Money.Eur(250.50m), CashOnDelivery = Money.Eur(12) },
            VendorFields = new Dictionary<string, string> { ["DlvrDCode"] = "12A4", ["Brand"] = "LAMPES", ["CntrCode"] = "C00000001" },
        });

        await MatchAsync();
    }

    [Fact]
    public async Task Carrier_that_really_delivers_is_named_with_its_number()
    {
        var shipment = (await Client.CreateShipmentAsync(Shipment("69003"))).Value;

        Assert.Equal("30000001", shipment.Parcels[0].PartnerTrackingNumber!.Value.Value);
        Assert.Equal("MR", Assert.Single(shipment.Messages).Code);
    }

    [Fact]
    public async Task Postal_code_that_is_not_served_is_a_refusal()
    {
        var refusal = (await Client.CreateShipmentAsync(Shipment("69004"))).Refusal!;

        Assert.Equal((RefusalCode.ExternalRejected, "-26", "Recipient.Address.PostalCode"), (refusal.Code, refusal.VendorCode, refusal.Field));
    }

    [Theory]
    [InlineData("69005", CommerceErrorKind.Conflict, false)]
    [InlineData("69006", CommerceErrorKind.Unauthorized, false)]
    [InlineData("69007", CommerceErrorKind.Invalid, false)]
    [InlineData("69008", CommerceErrorKind.Protocol, true)]
    [InlineData("69009", CommerceErrorKind.Unavailable, true)]
    public async Task Purchase_that_fails_is_sent_once_and_tells_whether_it_may_have_happened(string postalCode, CommerceErrorKind kind, bool unknown)
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client.CreateShipmentAsync(Shipment(postalCode)));

        Assert.Equal((kind, unknown), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, colisPrive.Sent("WSCP"));
    }

    [Theory]
    [InlineData("69110")]
    [InlineData("69120")]
    [InlineData("69130")]
    public async Task Lost_answer_of_a_purchase_is_unknown_and_never_sent_again(string postalCode)
    {
        // The system's clock, since real time must pass.
        await using var provider = Provide(static _ => { });
        var client = provider.GetRequiredKeyedService<ICarrierClient>("colis_prive");

        var failure = await Assert.ThrowsAsync<CommerceException>(() => client.CreateShipmentAsync(Shipment(postalCode)));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, colisPrive.Sent("WSCP"));
    }

    [Fact]
    public async Task Tracking_is_newest_first_in_the_time_of_Paris_and_knows_who_delivers()
    {
        var parcel = await ((IColisPriveCarrierClient)Client).ReadParcelAsync(Tracking("B0000000000169002"));

        Assert.Equal(TrackingStatus.Delivered, parcel!.Report.Status);
        Assert.Equal(["039999", "029110"], parcel.Report.Events.Select(item => item.Code));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 10, 15, 0, TimeSpan.FromHours(1)), parcel.Report.DeliveredAt);
        Assert.Equal(("P", "P0001", Money.Eur(45.90m), true), (parcel.Company, parcel.PartnerTrackingNumber!.Value.Value, parcel.DeclaredValue, parcel.CanGoToPickupPoint));
        await MatchAsync();
    }

    [Fact]
    public async Task Unknown_parcel_is_no_report_and_an_unknown_code_is_a_failure()
    {
        Assert.Null(await Client.TrackAsync(Tracking("B0000000009969002")));
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client.TrackAsync(Tracking("B0000000009869002")));
        Assert.Equal((CommerceErrorKind.Invalid, "-77"), (failure.Kind, failure.VendorCode));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.TrackAsync(Tracking("B00000000001")));
    }

    [Fact]
    public async Task Cancellation_names_the_parcels_that_it_missed()
    {
        var outcome = await ((IShipmentVoider)Client).VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId("B0000000000169002+B0000000009869002") });

        Assert.Equal([null, "-77"], outcome.Value.Parcels.Select(parcel => parcel.Refusal?.VendorCode));
        await MatchAsync();
    }

    [Fact]
    public async Task Day_is_closed_without_parcels_of_ones_own_choice()
    {
        var client = (IManifestClient)Client;
        var request = new ManifestRequest { Key = new OperationKey("day-1") };

        var manifest = Assert.Single((await client.CloseManifestAsync(request)).Value);

        Assert.Equal(("S00000009", "B0000000000169002"), (manifest.Number, Assert.Single(manifest.TrackingNumbers).Value));
        Assert.Equal("TrackingNumbers", (await client.CloseManifestAsync(request with { TrackingNumbers = [new("B0000000000169002")] })).Refusal!.Field);
        Assert.Equal("Date", (await client.CloseManifestAsync(request with { Date = new DateOnly(2020, 1, 1) })).Refusal!.Field);
        await MatchAsync();
    }

    [Fact]
    public async Task Several_parcels_are_bought_one_by_one_with_order_numbers_of_their_own()
    {
        var shipment = (await Client.CreateShipmentAsync(Several(1.25m, 2.5m))).Value;

        Assert.Equal("B0000000001169010+B0000000001269010", shipment.Id.Value);
        Assert.Equal(shipment.Parcels.Select(parcel => parcel.TrackingNumber), shipment.Documents.Select(label => label.TrackingNumber!.Value));
        await MatchAsync();
    }

    [Fact]
    public async Task Refused_second_parcel_leaves_the_first_bought()
    {
        var partial = Assert.IsType<PartialShipment>((await Client.CreateShipmentAsync(Several(1.25m, 3m, 2.5m))).Refusal);

        Assert.Equal((RefusalCode.ExternalRejected, "-77", "B0000000001169010"), (partial.Code, partial.VendorCode, partial.Bought.Id.Value));
        Assert.Equal([1, 2], partial.MissingParcels);
        Assert.Single(partial.Bought.Documents);
        Assert.Equal(2, colisPrive.Sent("WSCP"));
    }

    [Fact]
    public async Task Lost_second_parcel_leaves_the_first_bought()
    {
        var failure = await Assert.ThrowsAsync<PartialShipmentException>(() => Client.CreateShipmentAsync(Several(1.25m, 4m, 2.5m)));

        Assert.Equal((CommerceErrorKind.Unavailable, true, "B0000000001169010"), (failure.Kind, failure.IsOutcomeUnknown, failure.Bought.Id.Value));
        Assert.Equal([1, 2], failure.MissingParcels);
        Assert.Single(failure.Bought.Documents);
        Assert.Equal(2, colisPrive.Sent("WSCP"));
    }

    private static TrackingRequest Tracking(string number) => new() { TrackingNumber = new TrackingNumber(number) };

    private static ShipmentRequest Shipment(string postalCode)
    {
        var request = CarrierSamples.Shipment(new OperationKey("order-1"), "HOME", LabelFormat.Zpl);
        return request with { Recipient = request.Recipient with { Address = request.Recipient.Address with { PostalCode = postalCode } } };
    }

    private static ShipmentRequest Several(params decimal[] kilograms) =>
        Shipment("69010") with { Parcels = [.. kilograms.Select(weight => new Parcel { Weight = Weight.FromKilograms(weight) })] };

    private ServiceProvider Provide(Action<IServiceCollection> more, Action<ColisPriveCarrierOptions>? set = null)
    {
        var services = new ServiceCollection();
        more(services);
        services.AddColisPriveCarrier(options =>
        {
            options.BaseAddress = colisPrive.Address;
            (options.UserName, options.Password, options.CustomerCode, options.AccountId) = ("user", "secret-word", "A0", "000123");
            options.AttemptTimeout = TimeSpan.FromMilliseconds(700);
            set?.Invoke(options);
        }).AddHttpMessageHandler(colisPrive.Edge);
        return services.BuildServiceProvider();
    }

    private async Task MatchAsync([System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Match(
            string.Join("\n\n", (await colisPrive.RequestsAsync()).Select(request => request.ToText().Replace(">secret-word<", ">{secret}<", StringComparison.Ordinal))),
            file: file,
            test: test);

    public sealed class Recorded() : WireMockServer("colisprive");
}
