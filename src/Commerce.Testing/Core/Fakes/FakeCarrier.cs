using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Commerce.Carriers;

namespace Commerce.Testing;

/// <summary>A carrier in memory, for tests: it sells, tracks, voids and finds shipments, and fails as scripted.</summary>
/// <remarks>
/// Tracking numbers are counted, never random. It does not repeat a purchase by itself: two purchases with one key are
/// two shipments, as at most real carriers, so that a test sees a purchase that was made twice.
/// </remarks>
public sealed class FakeCarrier : ICarrierClient, IRateProvider, IShipmentVoider, IShipmentFinder
{
    private readonly ConcurrentDictionary<string, Sold> _sold = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private int _count;

    /// <summary>Creates a carrier.</summary>
    /// <param name="carrier">The carrier that it stands for.</param>
    /// <param name="account">The account name.</param>
    /// <param name="clock">The clock of its events; the system's when not given.</param>
    public FakeCarrier(CarrierCode carrier, string account = "fake", TimeProvider? clock = null)
    {
        Carrier = carrier;
        Account = account;
        _clock = clock ?? TimeProvider.System;
        Quotes = [Quote("std", "Standard", 6.10m, 2), Quote("exp", "Express", 12.90m, 1)];
        Capabilities = new CarrierCapabilities
        {
            Features = new Dictionary<CarrierFeature, Support>
            {
                [CarrierFeature.Rates] = Support.Yes,
                [CarrierFeature.Void] = Support.Yes,
                [CarrierFeature.FindByReference] = Support.Yes,
            },
            Services =
            [
                new ServiceCapability { Service = new("std"), Name = "Standard", Level = ServiceLevel.Standard },
                new ServiceCapability { Service = new("exp"), Name = "Express", Level = ServiceLevel.Express },
            ],
            Labels = [new LabelSpecification { Format = LabelFormat.Pdf }, new LabelSpecification { Format = LabelFormat.Zpl }],
            Recovery = LostAnswerRecovery.LookUpByReference,
            RecoveryNote = "The fake finds a shipment by its operation key.",
            MaxParcelWeight = Weight.FromKilograms(30),
            MaxParcels = 20,
        };
    }

    /// <inheritdoc/>
    public CarrierCode Carrier { get; }

    /// <inheritdoc/>
    public string Account { get; }

    /// <inheritdoc/>
    public CarrierCapabilities Capabilities { get; }

    /// <summary>Gets what goes wrong next.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>Gets or sets the prices that it quotes.</summary>
    public IReadOnlyList<RateQuote> Quotes { get; set; }

    /// <summary>Gets every purchase, in order, also those whose answer was lost.</summary>
    public IReadOnlyList<ShipmentRequest> Purchases => [.. _sold.Values.OrderBy(sold => sold.Number).Select(sold => sold.Request)];

    /// <inheritdoc/>
    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Faults.RunAsync("CreateShipment", () => Sell(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Faults.ReadAsync<TrackingReport?>("Track", () => Find(request.TrackingNumber)?.Report(request.TrackingNumber), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Faults.ReadAsync(
            "GetRates",
            () => new RateResult(
                [.. Quotes.Where(quote => request.Service is null || quote.Service == request.Service).OrderBy(quote => quote.Price)], []),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Faults.RunAsync("Void", () => Void(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Shipment?> FindShipmentAsync(FindShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Faults.ReadAsync<Shipment?>(
            "FindShipment",
            () => _sold.Values.FirstOrDefault(sold => sold.Request.Key == request.Key && !sold.IsVoid)?.Shipment,
            cancellationToken);
    }

    /// <summary>Moves a parcel on, at the time of the clock.</summary>
    /// <param name="trackingNumber">The parcel.</param>
    /// <param name="status">Where it is now.</param>
    /// <param name="incident">Why it is held, when it is.</param>
    public void Move(TrackingNumber trackingNumber, TrackingStatus status, IncidentReason? incident = null)
    {
        var sold = Find(trackingNumber) ?? throw new ArgumentException($"{trackingNumber} was never sold.", nameof(trackingNumber));
        sold.Add(_clock.GetUtcNow(), status, incident);
    }

    private RateQuote Quote(string service, string name, decimal euros, int days) => new()
    {
        Carrier = Carrier,
        Account = Account,
        Service = new CarrierService(service),
        ServiceName = name,
        Price = Money.Eur(euros),
        TransitDays = days,
    };

    private Outcome<Shipment> Sell(ShipmentRequest request)
    {
        var objections = Capabilities.Check(request);
        if (objections.Count > 0)
        {
            return Outcome.Refused<Shipment>(objections[0]);
        }

        var number = Interlocked.Increment(ref _count);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Carrier.Value.ToUpperInvariant()}{number:D10}");
        var parcels = request.Parcels
            .Select((_, index) => new ShippedParcel { TrackingNumber = new TrackingNumber(index == 0 ? id : $"{id}-{index + 1}") })
            .ToList();
        var shipment = new Shipment
        {
            Id = new CarrierShipmentId(id),
            Parcels = parcels,
            Documents =
            [
                .. parcels.Select(parcel => new ShippingDocument
                {
                    Kind = DocumentKind.Label,
                    Format = request.Label.Format,
                    Content = Encoding.ASCII.GetBytes($"%PDF-1.4 fake label {parcel.TrackingNumber}"),
                    TrackingNumber = parcel.TrackingNumber,
                }),
            ],
            Price = Quotes.FirstOrDefault(quote => quote.Service == request.Service)?.Price,
        };
        _sold[id] = new Sold(number, request, shipment, _clock.GetUtcNow());
        return Outcome.Of(shipment);
    }

    private Outcome<VoidConfirmation> Void(VoidRequest request)
    {
        if (!_sold.TryGetValue(request.ShipmentId.Value, out var sold))
        {
            return Outcome.Refused<VoidConfirmation>(RefusalCode.NotFound, $"The shipment {request.ShipmentId} is not known.", "ShipmentId");
        }

        if (sold.IsVoid)
        {
            return Outcome.Of(new VoidConfirmation(request.ShipmentId, WasAlreadyVoid: true));
        }

        if (sold.IsOnItsWay)
        {
            return Outcome.Refused<VoidConfirmation>(RefusalCode.WindowExpired, $"The shipment {request.ShipmentId} was handed over.", "ShipmentId");
        }

        sold.Add(_clock.GetUtcNow(), TrackingStatus.Cancelled, null);
        return Outcome.Of(new VoidConfirmation(request.ShipmentId));
    }

    private Sold? Find(TrackingNumber trackingNumber) => _sold.Values.FirstOrDefault(
        sold => sold.Shipment.Parcels.Any(parcel => parcel.TrackingNumber == trackingNumber));

    private sealed class Sold(int number, ShipmentRequest request, Shipment shipment, DateTimeOffset at)
    {
        private readonly Lock _gate = new();
        private readonly List<TrackingEvent> _events =
            [new() { At = at, Code = "created", Description = "created", Status = TrackingStatus.Created }];

        public int Number => number;

        public ShipmentRequest Request => request;

        public Shipment Shipment => shipment;

        public bool IsVoid => Last.Status == TrackingStatus.Cancelled;

        public bool IsOnItsWay => Last.Status != TrackingStatus.Created && !IsVoid;

        private TrackingEvent Last
        {
            get
            {
                lock (_gate)
                {
                    return _events[^1];
                }
            }
        }

        public void Add(DateTimeOffset when, TrackingStatus status, IncidentReason? incident)
        {
            lock (_gate)
            {
                _events.Add(new TrackingEvent
                {
                    At = when, Code = status.Value, Description = status.Value, Status = status, Incident = incident,
                });
            }
        }

        public TrackingReport Report(TrackingNumber trackingNumber)
        {
            lock (_gate)
            {
                var last = _events[^1];
                return new TrackingReport
                {
                    TrackingNumber = trackingNumber,
                    Status = last.Status!.Value,
                    Incident = last.Incident,
                    Events = [.. Enumerable.Reverse(_events)],
                    DeliveredAt = last.Status == TrackingStatus.Delivered ? last.At : null,
                };
            }
        }
    }
}
