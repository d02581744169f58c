using System.Xml.Linq;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>EPrint, WebTrace, MyPudo and the Shipper Webservices: other hosts with credentials of their own. What makes labels is in the derived classes.</summary>
internal abstract class DpdCompanionsClient(VendorChannel channel, DpdCarrierOptions options) : ICarrierClient
{
    private static readonly VendorOperation Terminate = new("void") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly VendorOperation Trace = new("track") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly VendorOperation TraceReference = new("track-reference") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly VendorOperation Proof = new("proof-of-delivery") { IsAnonymous = true, IsSafeToRepeat = true };
    private static readonly VendorOperation Points = new("pickup-points") { IsAnonymous = true };
    private static readonly VendorOperation Point = new("pickup-point") { IsAnonymous = true };

    private readonly DpdShipper? _shipper = options.HasShipper ? new DpdShipper(channel, options) : null;

    protected VendorChannel Channel => channel;

    protected DpdCarrierOptions Options => options;

    public CarrierCode Carrier => CarrierCode.Dpd;

    public string Account => channel.Account;

    public CarrierCapabilities Capabilities { get; } = options.UseEPrintForLabels ? DpdEPrintCapabilities.For(options) : DpdCapabilities.For(options);

    public abstract Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default);

    public abstract Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default);

    public async Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!options.HasWebTrace && _shipper is null)
        {
            throw new CommerceException(CommerceErrorKind.Invalid, $"dpd track: {Capabilities.Supports(DpdCapabilities.Tracking).Reason}")
            {
                Vendor = "dpd", Operation = Trace.Name, WasNeverSent = true,
            };
        }

        var report = options.HasWebTrace ? await TraceAsync(request.TrackingNumber, cancellationToken).ConfigureAwait(false) : null;
        return report is null && _shipper is not null ? await _shipper.TrackAsync(request.TrackingNumber, cancellationToken).ConfigureAwait(false) : report;
    }

    public async Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var numbers = request.TrackingNumbers.Count > 0
            ? request.TrackingNumbers
            : DpdNumbers.Of(request.ShipmentId).Parcels.Select(number => new TrackingNumber(number));
        var wasAlreadyVoid = true;
        var parcels = new List<ItemOutcome<TrackingNumber>>();
        foreach (var number in numbers)
        {
            var answer = await channel.SendAsync(DpdFranceRequests.Terminate(number.Value, options), Terminate, cancellationToken).ConfigureAwait(false);
            var refusal = RefusalOf(answer);
            wasAlreadyVoid &= !answer.IsSuccess && refusal is null;
            parcels.Add(new ItemOutcome<TrackingNumber>(number, refusal));
        }

        return parcels.Exists(static parcel => parcel.IsSuccess)
            ? Outcome.Of(new VoidConfirmation(request.ShipmentId, wasAlreadyVoid) { Parcels = parcels })
            : Outcome.Refused<VoidConfirmation>(parcels[0].Refusal!);
    }

    public async Task<Shipment?> FindShipmentAsync(FindShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reference = DpdMapping.Reference(request.Key);
        var (answer, result) = await WebTraceAsync(DpdFranceRequests.TraceReference(reference, options), TraceReference, cancellationToken).ConfigureAwait(false);

        // "Not found" must be certain: on any other word of WebTrace this throws, lest somebody buys again what exists.
        var traces = DpdWebTrace.Traces(result).ToList();
        if (traces.Exists(static trace => DpdWebTrace.IsEmpty(trace) && DpdWebTrace.ErrorOf(trace) is null))
        {
            throw answer.Malformed("a parcel has neither a number nor an error");
        }

        var known = traces.FindAll(trace => !IsUnknown(answer, trace));
        var numbers = answer.Map(known, found => DpdWebTrace.Numbers(found, reference));
        if (numbers.Count == 0)
        {
            return null;
        }

        var id = new DpdNumbers(null, numbers).ToId();
        var label = await ReprintAsync(new ReprintRequest { ShipmentId = id, Label = request.Label }, cancellationToken).ConfigureAwait(false);
        return new Shipment
        {
            Id = id,
            Parcels = [.. numbers.Select(number => DpdAnswerMapping.Parcel(number, null, options.BusinessUnit))],
            Documents = label.TryGet(out var documents, out _) ? documents : [],
        };
    }

    public async Task<Outcome<ShippingDocument>> GetProofOfDeliveryAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (answer, result) = await WebTraceAsync(DpdFranceRequests.TraceImages(request, options), Proof, cancellationToken).ConfigureAwait(false);
        if (DpdWebTrace.Traces(result).Any(trace => IsUnknown(answer, trace)))
        {
            return Outcome.Refused<ShippingDocument>(RefusalCode.NotFound, "DPD does not know the parcel.", nameof(TrackingRequest.TrackingNumber));
        }

        return answer.Map(result, body => DpdWebTrace.Proof(body, request.TrackingNumber) is { } proof
            ? Outcome.Of(proof)
            : Outcome.Refused<ShippingDocument>(RefusalCode.NotFound, "DPD has no proof of delivery yet: ask again when the parcel is delivered."));
    }

    public async Task<IReadOnlyList<PickupPoint>> FindPickupPointsAsync(PickupPointRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_shipper is not null && !(options.HasMyPudo && request.Near.Country == CountryCode.France))
        {
            return await _shipper.FindPointsAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var (answer, root) = await PudoAsync(DpdPudo.List(request, options, channel.Clock.GetUtcNow()), Points, cancellationToken).ConfigureAwait(false);
        return answer.Map(root, body => DpdPudo.FromList(body, request));
    }

    public async Task<PickupPoint?> FindPickupPointAsync(PickupPointReference point, CountryCode country, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(point);
        var (answer, root) = await PudoAsync(DpdPudo.Details(point.Id, options), Point, cancellationToken).ConfigureAwait(false);
        return answer.Map(root, body => DpdPudo.Points(body, country).FirstOrDefault(found => found.Id == point.Id));
    }

    // An empty answer is a yes; every no is a fault.
    private static Refusal? RefusalOf(VendorAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return Soap.ReadBody(answer).Name.LocalName == "TerminateShipmentResponse" ? null : throw answer.Malformed("the body is no TerminateShipmentResponse");
        }

        // A code with a prefix is SOAP's own: the service broke down and judged nothing.
        if (answer.Error.Code is null || answer.Error.Code.Contains(':', StringComparison.Ordinal) || answer.Error.Kind == CommerceErrorKind.Unauthorized)
        {
            throw answer.Failure();
        }

        return DpdErrors.SaysAlreadyCancelled(answer.Error.Message)
            ? null
            : answer.Refusal(DpdErrors.SaysNotFound(answer.Error.Message) ? RefusalCode.NotFound : RefusalCode.ExternalRejected, nameof(VoidRequest.ShipmentId));
    }

    private static bool IsUnknown(VendorAnswer answer, XElement trace)
    {
        var error = DpdWebTrace.ErrorOf(trace);
        if (!DpdWebTrace.IsEmpty(trace))
        {
            return false;
        }

        return error is null || DpdErrors.SaysNotFound(error)
            ? true
            : throw answer.Failure(DpdErrors.SaysWrongCredentials(error) ? CommerceErrorKind.Unauthorized : CommerceErrorKind.Invalid);
    }

    private async Task<TrackingReport?> TraceAsync(TrackingNumber number, CancellationToken cancellationToken)
    {
        var (answer, result) = await WebTraceAsync(DpdFranceRequests.Trace(number, options), Trace, cancellationToken).ConfigureAwait(false);
        return IsUnknown(answer, result) ? null : answer.Map(result, body => DpdWebTrace.FromTrace(body, number));
    }

    private async Task<(VendorAnswer Answer, XElement Result)> WebTraceAsync(HttpRequestMessage request, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        return (answer, DpdWebTrace.Result(Soap.ReadBody(answer)) ?? throw answer.Malformed("the result is missing"));
    }

    private async Task<(VendorAnswer Answer, XElement Root)> PudoAsync(HttpRequestMessage request, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(request, operation, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }

        var root = answer.ReadXml();
        return root.DescendantsAndSelf("ERROR").Any()
            ? throw answer.Failure(DpdErrors.SaysWrongCredentials(answer.Error.Message) || answer.Error.Message?.Contains("key", StringComparison.OrdinalIgnoreCase) == true
                ? CommerceErrorKind.Unauthorized
                : CommerceErrorKind.Invalid)
            : (answer, root);
    }
}
