using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class ReturnAndManifestTests
{
    private static readonly Guid Rma = new("11111111-1111-7111-8111-111111111111");
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task A_return_comes_back_by_the_cheapest_carrier_and_is_bought_once()
    {
        await using var dock = await Dock.OpenAsync(null, (CarrierCode.Chronopost, 12.90m, 1), (CarrierCode.Ups, 9.00m, 3));

        var first = await dock.AskAsync(Return());
        var second = await dock.AskAsync(Return());
        await dock.Host.SettleAsync();

        Assert.Empty(first.Refusals);
        Assert.Empty(second.Refusals);
        var bought = Assert.Single(dock.Ups.Purchases);
        Assert.Equal(("69002", "59000", "RMA-1"), (bought.Sender.Address.PostalCode, bought.Recipient.Address.PostalCode, bought.Reference));
        Assert.Empty(dock.Chronopost.Purchases);
        var label = dock.Host.Published.Only<ReturnLabelCreated>();
        Assert.Equal((Rma, Dock.Order, CarrierCode.Ups, Money.Eur(9.00m), new DateOnly(2026, 4, 1)), (label.RmaId, label.OrderId, label.Carrier, label.Price, label.ValidUntil));
        Assert.Single(label.Labels);
    }

    [Fact]
    public async Task The_next_carrier_brings_it_back_and_without_any_people_are_told()
    {
        await using var dock = await Dock.OpenAsync();
        var closed = new Refusal(RefusalCode.NotSupported, "The lane is closed.");
        dock.Chronopost.Faults.Refuse("CreateShipment", closed, times: 2);
        await dock.AskAsync(Return());
        await dock.Host.SettleAsync();
        Assert.Equal(CarrierCode.Ups, dock.Host.Published.Only<ReturnLabelCreated>().Carrier);

        dock.Ups.Faults.Refuse("CreateShipment", closed);
        await dock.AskAsync(Return() with { RmaId = Guid.NewGuid() });
        await dock.Host.SettleAsync();

        Assert.Contains("The lane is closed.", dock.Host.Published.Only<NoReturnLabel>().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_without_packages_or_number_is_refused_by_field()
    {
        await using var dock = await Dock.OpenAsync();

        Assert.Equal("Packages", Assert.Single((await dock.AskAsync(Return() with { Packages = [] })).Refusals).Field);
        Assert.Equal("Number", Assert.Single((await dock.AskAsync(Return() with { Number = "" })).Refusals).Field);
        Assert.Equal("Number", Assert.Single((await dock.AskAsync(Return() with { Number = new string('x', 36) })).Refusals).Field);
        Assert.Empty(dock.Chronopost.Purchases);
    }

    [Fact]
    public async Task A_carriers_own_service_for_returns_is_used_where_it_is_named()
    {
        var carrier = new ClosingCarrier();
        await using var host = await Dock.StartAsync([carrier], options => options.ReturnServices[CarrierCode.Dpd] = new CarrierService("std-return"));

        await host.AskAsync<Answer>(Return());
        await host.SettleAsync();

        Assert.Equal(new CarrierService("std-return"), Assert.Single(carrier.Returns).Service);
        Assert.Equal(new TrackingNumber("R1"), host.Published.Only<ReturnLabelCreated>().TrackingNumber);
    }

    [Fact]
    public async Task A_day_is_closed_with_a_carrier_that_has_manifests()
    {
        var carrier = new ClosingCarrier();
        await using var host = await Dock.StartAsync([carrier]);

        var answer = await host.AskAsync<Answer>(new CloseManifest("dpd", Today, [new TrackingNumber("A1")]));
        await host.SettleAsync();

        Assert.Empty(answer.Refusals);
        Assert.Equal([new TrackingNumber("A1")], Assert.Single(carrier.Closed).TrackingNumbers);
        var closed = host.Published.Only<ManifestClosed>();
        Assert.Equal(("dpd", Today, "M-1"), (closed.Account, closed.Date, Assert.Single(closed.Numbers)));
        Assert.Single(closed.Documents);
    }

    [Fact]
    public async Task A_crash_closes_the_day_once()
    {
        var carrier = new ClosingCarrier();
        await using var host = await Dock.StartAsync([carrier]);
        host.CrashNextAt(CrashPoint.AfterOutcome);

        await host.SendAsync(new CloseManifest("dpd", Today, []));
        await host.RestartAfterCrashAsync();
        await host.SettleAsync();

        Assert.Single(carrier.Closed);
        Assert.Single(host.Published.Only<ManifestClosed>().Numbers);
    }

    [Fact]
    public async Task A_carrier_without_manifests_an_account_that_there_is_not_and_a_refusal_are_told()
    {
        var carrier = new ClosingCarrier { Refusal = new Refusal(RefusalCode.NotFound, "Nothing waits.") };
        await using var host = await Dock.StartAsync([carrier, new FakeCarrier(CarrierCode.Ups, "ups")]);

        var cannot = await host.AskAsync<Answer>(new CloseManifest("ups", Today, []));
        var unknown = await host.AskAsync<Answer>(new CloseManifest("tnt", Today, []));
        var refused = await host.AskAsync<Answer>(new CloseManifest("dpd", Today, []));

        Assert.Equal((RefusalCode.NotSupported, "Account"), (Assert.Single(cannot.Refusals).Code, cannot.Refusals[0].Field));
        Assert.Equal((RefusalCode.NotFound, "Account"), (Assert.Single(unknown.Refusals).Code, unknown.Refusals[0].Field));
        Assert.Contains("Nothing waits.", Assert.Single(refused.Refusals).Message, StringComparison.Ordinal);
        Assert.Empty(host.Published.All<ManifestClosed>());
    }

    private static CreateReturnShipment Return() => new(Rma, Dock.Order, "RMA-1", Dock.Buyer(), [Dock.Box()]);

    /// <summary>A carrier that closes days and brings returns by a service of its own.</summary>
    private sealed class ClosingCarrier : ICarrierClient, IRateProvider, IManifestClient, IReturnLabelClient
    {
        private readonly FakeCarrier _fake = new(CarrierCode.Dpd, "dpd");

        public CarrierCode Carrier => CarrierCode.Dpd;

        public string Account => "dpd";

        public CarrierCapabilities Capabilities => _fake.Capabilities with
        {
            Features = new Dictionary<CarrierFeature, Support> { [CarrierFeature.Rates] = Support.Yes, [CarrierFeature.Manifests] = Support.Yes },
            Recovery = LostAnswerRecovery.None,
        };

        public Refusal? Refusal { get; init; }

        public List<ManifestRequest> Closed { get; } = [];

        public List<ShipmentRequest> Returns { get; } = [];

        public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
            _fake.CreateShipmentAsync(request, cancellationToken);

        public Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default) =>
            _fake.TrackAsync(request, cancellationToken);

        public Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default) =>
            _fake.GetRatesAsync(request, cancellationToken);

        public Task<Outcome<IReadOnlyList<Manifest>>> CloseManifestAsync(ManifestRequest request, CancellationToken cancellationToken = default)
        {
            if (Refusal is not null)
            {
                return Task.FromResult(Outcome.Refused<IReadOnlyList<Manifest>>(Refusal));
            }

            Closed.Add(request);
            var paper = new ShippingDocument { Kind = new DocumentKind("manifest"), Format = LabelFormat.Pdf, Content = "%PDF"u8.ToArray() };
            return Task.FromResult(Outcome.Of<IReadOnlyList<Manifest>>([new Manifest { Number = "M-1", Documents = [paper] }]));
        }

        public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
        {
            Returns.Add(request);
            return Task.FromResult(Outcome.Of(new Shipment
            {
                Id = new CarrierShipmentId("R1"),
                Parcels = [new ShippedParcel { TrackingNumber = new TrackingNumber("R1") }],
                Documents = [],
            }));
        }
    }
}
