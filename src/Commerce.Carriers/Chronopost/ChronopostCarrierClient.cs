using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.Chronopost;

/// <summary>Talks to Chronopost's SOAP services: shipping, rates, tracking and cancellation.</summary>
internal sealed partial class ChronopostCarrierClient(VendorChannel channel, ChronopostCarrierOptions options) :
    ICarrierClient, IRateProvider, ITransitTimeProvider, IShipmentVoider, ILabelReprinter, IShipmentFinder, IReturnLabelClient, IPickupPointDirectory,
    IPickupPointFinder, IPickupScheduler, IPickupCanceller, IProofOfDeliveryProvider
{
    private static readonly VendorOperation Ship = new("ship");
    private static readonly VendorOperation Label = new("label") { IsSafeToRepeat = true };
    private static readonly VendorOperation Rate = new("rate") { IsSafeToRepeat = true };
    private static readonly VendorOperation Track = new("track") { IsSafeToRepeat = true };
    private static readonly VendorOperation TrackReference = new("track-reference") { IsSafeToRepeat = true };
    private static readonly VendorOperation Cancel = new("cancel") { IsSafeToRepeat = true };

    public CarrierCode Carrier => CarrierCode.Chronopost;

    public string Account => channel.Account;

    public CarrierCapabilities Capabilities => ChronopostCapabilities.Value;

    public async Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        // The API prices one parcel; a shipment costs the sum of its parcels, for products that take all of them.
        var prices = new Dictionary<CarrierService, (Money Net, Money Gross, int Count)>();
        foreach (var parcel in request.Parcels)
        {
            var (answer, result) = await CallAsync(ChronopostRequests.Rates(request, parcel, options, channel.Clock.GetUtcNow()), Rate, cancellationToken).ConfigureAwait(false);
            if (answer.Error.Code != ChronopostErrors.Done)
            {
                return ChronopostErrors.RateFailure(answer.Error) is { } kind
                    ? throw answer.Failure(kind)
                    : new RateResult([], [new CarrierMessage(CarrierCode.Chronopost, answer.Refusal(RefusalCode.ExternalRejected).Message, answer.Error.Code)]);
            }

            foreach (var (service, net, gross) in answer.Map(result, body => ChronopostMapping.FromProducts(body).ToList()))
            {
                prices[service] = prices.TryGetValue(service, out var sum) ? (sum.Net + net, sum.Gross + gross, sum.Count + 1) : (net, gross, 1);
            }
        }

        var quotes = prices
            .Where(price => price.Value.Count == request.Parcels.Count && (request.Service is null || request.Service == price.Key))
            .Select(price => ChronopostMapping.ToQuote(price.Key, price.Value.Net, price.Value.Gross, Account))
            .OrderBy(quote => quote.Price);
        return new RateResult([.. quotes], []);
    }

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return BuyAsync(request, request.Sender, cancellationToken);
    }

    public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        // The merchant pays for the way back too.
        return BuyAsync(request, request.Recipient, cancellationToken);
    }

    public async Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (answer, result) = await CallAsync(ChronopostRequests.Track(request.TrackingNumber), Track, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code switch
        {
            ChronopostErrors.Done => answer.Map(result, body => ChronopostMapping.FromTracking(body, request.TrackingNumber)),
            "1" => throw answer.Failure(CommerceErrorKind.Unavailable),
            _ => throw answer.Failure(CommerceErrorKind.Invalid),
        };
    }

    public async Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var numbers = request.TrackingNumbers.Count > 0
            ? request.TrackingNumbers.Select(number => number.Value)
            : request.ShipmentId.Value.Split('+');
        var wasAlreadyVoid = true;
        var parcels = new List<ItemOutcome<TrackingNumber>>();
        foreach (var number in numbers)
        {
            var (answer, _) = await CallAsync(ChronopostRequests.Cancel(number, options), Cancel, cancellationToken).ConfigureAwait(false);
            var refusal = answer.Error.Code switch
            {
                ChronopostErrors.Done => null,
                "1" => throw answer.Failure(CommerceErrorKind.Unavailable),

                // "Handled already" and never seen by the network: it was cancelled before.
                ChronopostErrors.AlreadyHandled when await IsUntouchedAsync(number, cancellationToken).ConfigureAwait(false) => null,
                ChronopostErrors.AlreadyHandled => answer.Refusal(RefusalCode.WindowExpired, nameof(VoidRequest.ShipmentId)),
                _ => answer.Refusal(RefusalCode.NotFound, nameof(VoidRequest.ShipmentId)),
            };
            wasAlreadyVoid &= answer.Error.Code == ChronopostErrors.AlreadyHandled;
            parcels.Add(new ItemOutcome<TrackingNumber>(new TrackingNumber(number), refusal));
        }

        return parcels.Exists(static parcel => parcel.IsSuccess)
            ? Outcome.Of(new VoidConfirmation(request.ShipmentId, wasAlreadyVoid) { Parcels = parcels })
            : Outcome.Refused<VoidConfirmation>(parcels[0].Refusal!);
    }

    public async Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var number = request.TrackingNumber?.Value ?? request.ShipmentId.Value.Split('+')[0];
        return await LabelAsync(ChronopostRequests.LabelOf(number, request.Label, options), request.Label, number, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Shipment?> FindShipmentAsync(FindShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reference = ChronopostRequests.Reference(request.Key);
        var (answer, result) = await CallAsync(ChronopostRequests.TrackReference(reference, options), TrackReference, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code != ChronopostErrors.Done)
        {
            throw answer.Failure(answer.Error.Code == "1" ? CommerceErrorKind.Unavailable : CommerceErrorKind.Invalid);
        }

        var numbers = answer.Map(result, ChronopostMapping.NumbersIn);
        if (numbers.Count == 0)
        {
            return null;
        }

        var documents = new List<ShippingDocument>();
        foreach (var number in numbers)
        {
            var label = await LabelAsync(ChronopostRequests.LabelOf(number, request.Label, options), request.Label, number, cancellationToken).ConfigureAwait(false);
            if (label.TryGet(out var found, out _))
            {
                documents.AddRange(found);
            }
        }

        return new Shipment
        {
            Id = new CarrierShipmentId(string.Join('+', numbers)),
            Parcels = [.. numbers.Select(number => ChronopostMapping.Parcel(number))],
            Documents = documents,
        };
    }

    private async Task<Outcome<Shipment>> BuyAsync(ShipmentRequest request, Party customer, CancellationToken cancellationToken)
    {
        if (ChronopostCheck.Objection(request, Capabilities) is { } objection)
        {
            return Outcome.Refused<Shipment>(objection);
        }

        var (answer, result) = await CallAsync(ChronopostRequests.Ship(request, customer, options, channel.Clock.GetUtcNow()), Ship, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code != ChronopostErrors.Done)
        {
            return ChronopostErrors.ShippingFailure(answer.Error) is { } kind
                ? throw answer.Failure(kind)
                : Outcome.Refused<Shipment>(answer.Refusal(RefusalCode.ExternalRejected));
        }

        var shipment = answer.Map(result, body => ChronopostMapping.FromShipping(body, request.Label.Format, null));
        if (shipment.Documents.Count > 0)
        {
            return Outcome.Of(shipment);
        }

        // Labels of several parcels come as one document of the reservation.
        var reservation = result.Element("reservationNumber")?.Value;
        var documents = string.IsNullOrEmpty(reservation)
            ? throw answer.Malformed("neither a label nor a reservation is in the answer")
            : await LabelAsync(ChronopostRequests.ReservedLabel(reservation, request.Label), request.Label, null, cancellationToken).ConfigureAwait(false);
        return documents.TryGet(out var found, out _)
            ? Outcome.Of(shipment with { Documents = found })
            : throw answer.Malformed("the label of the reservation cannot be had");
    }

    private async Task<Outcome<IReadOnlyList<ShippingDocument>>> LabelAsync(
        HttpRequestMessage request, LabelSpecification label, string? number, CancellationToken cancellationToken)
    {
        var (answer, result) = await CallAsync(request, Label, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code != ChronopostErrors.Done)
        {
            return ChronopostErrors.ShippingFailure(answer.Error) is { } kind
                ? throw answer.Failure(kind)
                : Outcome.Refused<IReadOnlyList<ShippingDocument>>(answer.Refusal(RefusalCode.NotFound));
        }

        var text = result.Element("skybill")?.Value;
        return string.IsNullOrWhiteSpace(text)
            ? throw answer.Malformed("the label is missing")
            : Outcome.Of<IReadOnlyList<ShippingDocument>>([answer.Map(text, body => ChronopostMapping.Document(body, label.Format, number))]);
    }

    private async Task<bool> IsUntouchedAsync(string number, CancellationToken cancellationToken)
    {
        var report = await TrackAsync(new TrackingRequest { TrackingNumber = new TrackingNumber(number) }, cancellationToken).ConfigureAwait(false);
        return report is null || report.Status == TrackingStatus.Created;
    }

    private async Task<(VendorAnswer Answer, XElement Result)> CallAsync(
        HttpRequestMessage request, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        var result = Soap.ReadBody(answer).Element("return") ?? throw answer.Malformed("the element return is missing");
        return answer.Error.Code is null ? throw answer.Malformed("the element errorCode is missing") : (answer, result);
    }
}
