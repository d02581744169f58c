using System.Globalization;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

internal sealed partial class ColissimoCarrierClient
{
    private static readonly VendorOperation Slip = new("manifest");
    private static readonly VendorOperation Plan = new("pickup");
    private static readonly VendorOperation Days = new("pickup-days") { IsSafeToRepeat = true };
    private static readonly VendorOperation Points = new("pickup-points") { IsSafeToRepeat = true };
    private static readonly VendorOperation Track = new("track") { IsSafeToRepeat = true };

    public async Task<Outcome<IReadOnlyList<Manifest>>> CloseManifestAsync(ManifestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ColissimoRules.CheckSlip(request, Today) is { } objection)
        {
            return Outcome.Refused<IReadOnlyList<Manifest>>(objection);
        }

        var body = new ColissimoSlipRequest(
            new ColissimoSlipParcels([.. request.TrackingNumbers.Select(static number => number.Value)]), ColissimoRequests.AccountField(options));
        var answer = await PostAsync("generateBordereauByParcelsNumbers", body, ColissimoJson.Default.ColissimoSlipRequest, Slip, cancellationToken).ConfigureAwait(false);
        return Judge(answer, out var parts) is { } refusal
            ? Outcome.Refused<IReadOnlyList<Manifest>>(refusal)
            : Outcome.Of<IReadOnlyList<Manifest>>([answer.Map(parts!, found => ColissimoMapping.Manifest(found, request.TrackingNumbers))]);
    }

    public async Task<IReadOnlyList<PickupSlot>> FindPickupSlotsAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIf(ColissimoRules.Unread(request.VendorFields), Days);
        var body = new ColissimoMailboxRequest(ColissimoRequests.MailboxPlace(request.From));
        var answer = await PostAsync("getListMailBoxPickingDates", body, ColissimoJson.Default.ColissimoMailboxRequest, Days, cancellationToken).ConfigureAwait(false);
        return Judge(answer, out var parts) is null
            ? answer.Map(parts!.Json, found => ColissimoMapping.Slots(found, request.Date))
            : throw answer.Failure(CommerceErrorKind.Invalid);
    }

    public async Task<Outcome<PickupBooking>> BookPickupAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ColissimoRules.CheckPickup(request) is { } objection)
        {
            return Outcome.Refused<PickupBooking>(objection);
        }

        var number = request.TrackingNumbers[0].Value;
        var body = new ColissimoPlanRequest(number, ColissimoMapping.Day(request.Date), ColissimoRequests.MailboxPerson(request.From));
        var answer = await PostAsync("planPickup", body, ColissimoJson.Default.ColissimoPlanRequest, Plan, cancellationToken).ConfigureAwait(false);

        // Colissimo gives no number of its own: a booking is known by its parcel.
        return Judge(answer, out _) is { } refusal
            ? Outcome.Refused<PickupBooking>(refusal)
            : Outcome.Of(new PickupBooking { ConfirmationNumber = number, Date = request.Date });
    }

    public async Task<IReadOnlyList<PickupPoint>> FindPickupPointsAsync(PickupPointRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIf(ColissimoRules.CheckPoints(request), Points);
        var message = VendorJson.Request(
            HttpMethod.Post,
            "pointretrait-ws-cxf/rest/v2/pointretrait/findRDVPointRetraitAcheminement",
            ColissimoRequests.Points(request, options, Today),
            ColissimoJson.Default.ColissimoPointsRequest);
        var answer = await channel.SendAsync(message, Points, cancellationToken).ConfigureAwait(false);
        var found = answer.IsSuccess ? answer.ReadJson(ColissimoJson.Default.ColissimoPoints) : throw answer.Failure();
        return found.ErrorCode switch
        {
            ColissimoErrors.Done => answer.Map(found, points => ColissimoMapping.Points(points, request)),
            "203" or "300" or "301" => [],
            null => throw answer.Malformed("errorCode is missing"),
            var code => throw answer.Failure(KindOfPointError(code)),
        };
    }

    public async Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIf(ColissimoRules.Unread(request.VendorFields), Track);
        var body = new ColissimoTimelineRequest(request.TrackingNumber.Value, options.TrackingIp, ColissimoRequests.Language(request.Language), options.ApiKey);
        var message = VendorJson.Request(
            HttpMethod.Post, "tracking-timeline-ws/rest/tracking/timelineCompany", body, ColissimoJson.Default.ColissimoTimelineRequest);
        var answer = await channel.SendAsync(message, Track, cancellationToken).ConfigureAwait(false);
        var timeline = answer.IsSuccess ? answer.ReadJson(ColissimoJson.Default.ColissimoTimeline) : throw answer.Failure();
        var status = timeline.Status is [{ Code: not null } first, ..] ? first : throw answer.Malformed("status is missing");
        return status.Code switch
        {
            // The codes are not published: a parcel of which nothing was heard is known by its answer's form.
            _ when timeline.Parcel is { Event: null or [] } => null,
            ColissimoErrors.Done when timeline.Parcel is null => throw answer.Malformed("parcel is missing"),
            ColissimoErrors.Done => answer.Map(timeline, found => ColissimoMapping.Report(found, request.TrackingNumber)),
            _ => throw answer.Failure(CommerceErrorKind.Invalid),
        };
    }

    // Questions have no refusals: what cannot be asked is thrown.
    private static void ThrowIf(Refusal? objection, VendorOperation operation)
    {
        if (objection is not null)
        {
            throw new CommerceException(CommerceErrorKind.Invalid, $"colissimo {operation.Name}: {objection.Message}") { Vendor = "colissimo", Operation = operation.Name };
        }
    }

    // 104, 105, 117, 125, 129 and 143 to 146 are wrong input; what else there is is not published.
    private static CommerceErrorKind KindOfPointError(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is 104 or 105 or 117 or 125 or 129 or (>= 143 and <= 146)
            ? CommerceErrorKind.Invalid
            : CommerceErrorKind.Protocol;
}
