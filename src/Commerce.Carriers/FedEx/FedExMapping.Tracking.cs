using Commerce.Carriers.FedEx.Wire;

namespace Commerce.Carriers.FedEx;

/// <summary>FedEx's words about parcels on their way to ours.</summary>
internal static partial class FedExMapping
{
    internal static FedExTrackRequest ToTrack(TrackingNumber number) =>
        new(IncludeDetailedScans: true, [new FedExTrackInfo(new FedExTrackingNumberInfo(number.Value))]);

    internal static FedExProofRequest ToProof(TrackingNumber number) => new(
        new FedExProofDetail("SIGNATURE_PROOF_OF_DELIVERY", "PDF"), [new FedExTrackInfo(new FedExTrackingNumberInfo(number.Value))]);

    internal static FedExReferenceRequest ToReference(FindShipmentRequest request, DateOnly from, DateOnly to, FedExCarrierOptions options) => new(
        IncludeDetailedScans: true,
        new FedExReferenceInfo("CUSTOMER_REFERENCE", Reference(request.Key), options.AccountNumber, Day(from), Day(to)));

    /// <summary>Lists what FedEx tells of each number, errors of a number included.</summary>
    internal static IReadOnlyList<FedExTrackResult> Results(FedExTrackAnswer answer) =>
    [
        .. (answer.Output?.CompleteTrackResults ?? throw new FormatException("completeTrackResults")).SelectMany(static complete => complete.TrackResults ?? [])
            .Select(static result => result ?? throw new FormatException("trackResults")),
    ];

    internal static TrackingReport ToReport(IReadOnlyList<FedExTrackResult> results, TrackingNumber number)
    {
        // Numbers are used again after some months: the parcel with the latest scan is meant.
        var (result, events) = results
            .Select(static result => (Result: result, Events: (IReadOnlyList<TrackingEvent>)[.. (result.ScanEvents ?? []).Select(ToEvent).OrderByDescending(static item => item.At)]))
            .MaxBy(static entry => entry.Events is [var latest, ..] ? latest.At : DateTimeOffset.MinValue);
        var latest = result.LatestStatusDetail;
        var said = latest?.Code ?? latest?.DerivedCode;
        var state = said is null ? null : FedExStatus.Of(said);
        var status = state ?? events.FirstOrDefault(static item => item.Status is not null)?.Status
            ?? (said is null ? TrackingStatus.Unknown : TrackingStatus.InTransit);
        return new TrackingReport
        {
            TrackingNumber = number,
            Status = status,
            Incident = status == TrackingStatus.Delivered
                ? null
                : FedExStatus.IncidentOf(
                    said, latest?.AncillaryDetails is [var reason, ..] ? reason.Reason : null, latest?.DelayDetail?.Type, latest?.DelayDetail?.Status ?? "ON_TIME")
                    ?? events.FirstOrDefault(static item => item.Status is not null)?.Incident,
            Events = events,
            DeliveredAt = status == TrackingStatus.Delivered
                ? events.FirstOrDefault(static item => item.Status == TrackingStatus.Delivered)?.At ?? Time(result, "ACTUAL_DELIVERY")
                : null,
            EstimatedDelivery = Moment(result.EstimatedDeliveryTimeWindow?.Window?.Ends) ?? Time(result, "ESTIMATED_DELIVERY") ?? Time(result, "COMMITMENT"),
        };
    }

    /// <summary>Puts found parcels into one shipment, first parcel first; <see langword="null"/> when all are cancelled.</summary>
    internal static Shipment? ToFound(IReadOnlyList<FedExTrackResult> results)
    {
        var numbers = results
            .Where(static result => FedExStatus.Of(result.LatestStatusDetail?.Code) != TrackingStatus.Cancelled)
            .OrderBy(static result => int.TryParse(result.PackageDetails?.SequenceNumber, out var place) ? place : int.MaxValue)
            .Select(static result => Needed(result.TrackingNumberInfo?.TrackingNumber, "trackingNumber"))
            .Distinct().ToList();
        return numbers.Count == 0
            ? null
            : new Shipment { Id = new CarrierShipmentId(numbers[0]), Parcels = [.. numbers.Select(Parcel)], Documents = [] };
    }

    private static TrackingEvent ToEvent(FedExScan scan)
    {
        var exception = string.IsNullOrEmpty(scan.ExceptionCode) ? null : scan.ExceptionCode;
        var words = string.IsNullOrWhiteSpace(scan.ExceptionDescription) ? scan.EventDescription : $"{scan.EventDescription}: {scan.ExceptionDescription}";
        return new TrackingEvent
        {
            At = Moment(scan.Date) ?? throw new FormatException("scanEvents.date"),
            // The exception's own code stays visible beside the event's.
            Code = exception is null ? scan.EventType ?? "" : $"{scan.EventType}/{exception}",
            Description = words?.Trim() ?? "",
            Status = FedExStatus.Of(scan.EventType),
            Incident = FedExStatus.IncidentOf(scan.EventType, exception, scan.DelayDetail?.Type, scan.DelayDetail?.Status ?? "ON_TIME"),
            Location = scan.ScanLocation is { City: { Length: > 0 } city } place ? $"{city} {place.CountryCode}".Trim() : null,
        };
    }

    private static DateTimeOffset? Time(FedExTrackResult result, string type) =>
        Moment((result.DateAndTimes ?? []).FirstOrDefault(time => time.Type == type)?.DateTime);
}
