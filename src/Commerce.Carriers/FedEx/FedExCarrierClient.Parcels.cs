using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Shipments that were bought: tracking, finding, cancelling, proof of delivery.</summary>
internal sealed partial class FedExCarrierClient
{
    private const int RecoveryDays = 14;

    // FedEx does not document which code a second cancellation gets: the words tell.
    private const string AlreadyCancelled = "already";

    private static readonly VendorOperation Track = new("track") { IsSafeToRepeat = true };
    private static readonly VendorOperation TrackReference = new("track-reference") { IsSafeToRepeat = true };
    private static readonly VendorOperation Proof = new("proof-of-delivery") { IsSafeToRepeat = true };
    private static readonly VendorOperation Void = new("void") { IsSafeToRepeat = true };

    public async Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Demand(FedExChecks.OfFields(request.VendorFields), Track);
        var answer = await SendAsync(
            HttpMethod.Post,
            "track/v1/trackingnumbers",
            FedExMapping.ToTrack(request.TrackingNumber),
            FedExJson.Default.FedExTrackRequest,
            Track,
            cancellationToken,
            request.Language == "fr" ? "fr_FR" : "en_US").ConfigureAwait(false);
        var results = Known(answer);
        return results.Count == 0 ? null : answer.Map(results, found => FedExMapping.ToReport(found, request.TrackingNumber));
    }

    public async Task<Shipment?> FindShipmentAsync(FindShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = FedExMapping.ToReference(request, request.From ?? Today.AddDays(-RecoveryDays), request.To ?? Today.AddDays(1), options);
        var answer = await SendAsync(
            HttpMethod.Post, "track/v1/referencenumbers", body, FedExJson.Default.FedExReferenceRequest, TrackReference, cancellationToken).ConfigureAwait(false);
        return answer.Map(Known(answer), static found => FedExMapping.ToFound(found));
    }

    public async Task<Outcome<ShippingDocument>> GetProofOfDeliveryAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FedExChecks.OfFields(request.VendorFields) is { } unread)
        {
            return Outcome.Refused<ShippingDocument>(unread);
        }

        var answer = await SendAsync(
            HttpMethod.Post,
            "track/v1/trackingdocuments",
            FedExMapping.ToProof(request.TrackingNumber),
            FedExJson.Default.FedExProofRequest,
            Proof,
            cancellationToken,
            request.Language == "fr" ? "fr_FR" : "en_US").ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return FedExErrors.IsRefusal(answer) || answer.Status == 404
                ? Outcome.Refused<ShippingDocument>(answer.Refusal(RefusalCode.NotFound, nameof(TrackingRequest.TrackingNumber)))
                : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(FedExJson.Default.FedExProofAnswer), body => new ShippingDocument
        {
            Kind = DocumentKind.ProofOfDelivery,
            Format = LabelFormat.From((body.Output?.DocumentFormat ?? "PDF").ToLowerInvariant()),
            Content = Convert.FromBase64String(
                (body.Output?.Documents ?? body.Output?.Document) is [{ Length: > 0 } text, ..] ? text : throw new FormatException("documents")),
            TrackingNumber = request.TrackingNumber,
        }));
    }

    public async Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FedExChecks.OfFields(request.VendorFields) is { } unread)
        {
            return Outcome.Refused<VoidConfirmation>(unread);
        }

        if (request.TrackingNumbers.Count > 0)
        {
            return Outcome.Refused<VoidConfirmation>(
                RefusalCode.NotSupported, "FedEx cancels all parcels of a shipment together: leave TrackingNumbers empty.", nameof(VoidRequest.TrackingNumbers));
        }

        var body = new FedExCancelRequest(new FedExAccount(options.AccountNumber), "DELETE_ALL_PACKAGES", request.ShipmentId.Value);
        var answer = await SendAsync(
            HttpMethod.Put, "ship/v1/shipments/cancel", body, FedExJson.Default.FedExCancelRequest, Void, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            if (!FedExErrors.IsRefusal(answer) && answer.Status != 404)
            {
                throw answer.Failure();
            }

            return IsCancelledAlready(answer.Error.Message)
                ? Outcome.Of(new VoidConfirmation(request.ShipmentId, WasAlreadyVoid: true))
                : Outcome.Refused<VoidConfirmation>(answer.Refusal(RefusalCode.WindowExpired, nameof(VoidRequest.ShipmentId)));
        }

        var output = answer.ReadJson(FedExJson.Default.FedExCancelAnswer).Output;
        // The status says only that FedEx understood; this member says whether it did it.
        return output?.CancelledShipment switch
        {
            true => Outcome.Of(new VoidConfirmation(request.ShipmentId)),
            false when IsCancelledAlready(output.Message ?? output.SuccessMessage) => Outcome.Of(new VoidConfirmation(request.ShipmentId, WasAlreadyVoid: true)),
            false => Outcome.Refused<VoidConfirmation>(RefusalCode.WindowExpired, "fedex did not cancel the shipment.", nameof(VoidRequest.ShipmentId)),
            null => throw answer.Malformed("cancelledShipment is missing"),
        };
    }

    private static bool IsCancelledAlready(string? words) => words is not null
        && words.Contains(AlreadyCancelled, StringComparison.OrdinalIgnoreCase) && words.Contains("cancel", StringComparison.OrdinalIgnoreCase);

    // An unknown number is an answer of its own, within a success or as an error.
    private static List<FedExTrackResult> Known(VendorAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            return FedExErrors.IsUnknownNumber(answer.Error.Code) ? [] : throw answer.Failure();
        }

        var results = answer.Map(answer.ReadJson(FedExJson.Default.FedExTrackAnswer), FedExMapping.Results);
        var known = results.Where(static result => result.Error is null).ToList();
        return known.Count > 0 || results.All(static result => FedExErrors.IsUnknownNumber(result.Error?.Code))
            ? known
            : throw answer.Failure(answer.Error.Kind ?? CommerceErrorKind.Invalid);
    }
}
