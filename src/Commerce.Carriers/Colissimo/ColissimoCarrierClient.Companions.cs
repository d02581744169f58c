using System.Globalization;
using Commerce.Carriers.Colissimo.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Colissimo;

internal sealed partial class ColissimoCarrierClient
{
    private const int MaxSlip = 50;

    // The contract asks for the address of the end user, which a server has not; this one is for documentation.
    private const string NoAddress = "192.0.2.1";
    private static readonly VendorOperation Slip = new("manifest") { IsSafeToRepeat = true };
    private static readonly VendorOperation Points = new("points") { IsSafeToRepeat = true };
    private static readonly VendorOperation Timeline = new("track") { IsSafeToRepeat = true };
    private static readonly VendorOperation Dates = new("pickup-dates") { IsSafeToRepeat = true };
    private static readonly VendorOperation Plan = new("pickup");

    public async Task<Outcome<IReadOnlyList<Manifest>>> CloseManifestAsync(ManifestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.TrackingNumbers.Count is 0 or > MaxSlip)
        {
            return Outcome.Refused<IReadOnlyList<Manifest>>(new Refusal(
                RefusalCode.Validation, $"TrackingNumbers are {request.TrackingNumbers.Count}: a slip has 1 to {MaxSlip} parcels; close the others on their own.")
            {
                Field = nameof(request.TrackingNumbers),
            });
        }

        var body = new ColissimoSlipRequest(new ColissimoSlipParcels([.. request.TrackingNumbers.Select(static number => number.Value)]));
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Post, Address("generateBordereauByParcelsNumbers"), body, ColissimoJson.Default.ColissimoSlipRequest),
            Slip,
            cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code is not null || !answer.IsSuccess)
        {
            return ColissimoErrors.IsRefusal(answer)
                ? Outcome.Refused<IReadOnlyList<Manifest>>(answer.Refusal(RefusalCode.ExternalRejected, nameof(request.TrackingNumbers)))
                : throw answer.Failure();
        }

        var (infos, papers) = ColissimoAnswers.Read(answer);
        return papers.Count == 0
            ? throw answer.Malformed("the slip is missing")
            : Outcome.Of<IReadOnlyList<Manifest>>(
                [answer.Map(infos, wire => ColissimoMapping.FromSlip(wire, request.TrackingNumbers, ColissimoMapping.ToDocuments(papers, LabelFormat.Pdf, null)))]);
    }

    public async Task<IReadOnlyList<PickupPoint>> FindPickupPointsAsync(PickupPointRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = await channel.SendAsync(
            VendorJson.Request(
                HttpMethod.Post,
                "pointretrait-ws-cxf/rest/v2/pointretrait/findRDVPointRetraitAcheminement",
                ColissimoMapping.ToPoints(request, options, Today()),
                ColissimoJson.Default.ColissimoPointRequest),
            Points,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }

        var body = answer.ReadJson(ColissimoJson.Default.ColissimoPointAnswer);
        return body.ErrorCode switch
        {
            ColissimoErrors.Done => answer.Map(body, wire => ColissimoMapping.FromPoints(wire, request)),
            "203" or "300" or "301" => [],
            null => throw answer.Malformed("errorCode is missing"),
            var code => throw new CommerceException(CommerceErrorKind.Invalid, $"colissimo refused the search for pickup points with code {code}: check the address.")
            {
                Vendor = "colissimo", Operation = Points.Name, VendorCode = code, HttpStatus = answer.Status,
            },
        };
    }

    public async Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = new ColissimoTimelineRequest(options.ApiKey, request.TrackingNumber.Value, NoAddress, request.Language == "fr" ? "fr_FR" : "en_GB");
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Post, "tracking-timeline-ws/rest/tracking/timelineCompany", body, ColissimoJson.Default.ColissimoTimelineRequest),
            Timeline,
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return answer.Status == 404 ? null : throw answer.Failure();
        }

        var timeline = answer.ReadJson(ColissimoJson.Default.ColissimoTimelineAnswer);
        return timeline.Status switch
        {
            [{ Code: ColissimoErrors.Done }, ..] => answer.Map(timeline, wire => ColissimoMapping.FromTimeline(wire, request.TrackingNumber)),
            [{ Code: { } code }, ..] => throw new CommerceException(CommerceErrorKind.Invalid, $"colissimo refused to track the parcel with code {code}.")
            {
                Vendor = "colissimo", Operation = Timeline.Name, VendorCode = code, HttpStatus = answer.Status,
            },
            _ => throw answer.Malformed("status is missing"),
        };
    }

    public async Task<IReadOnlyList<PickupSlot>> FindPickupSlotsAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = new ColissimoDatesRequest(ColissimoMapping.ToAddress(request.From, null));
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Post, Address("getListMailBoxPickingDates"), body, ColissimoJson.Default.ColissimoDatesRequest),
            Dates,
            cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess && answer.Error.Code is null
            ? answer.Map(answer.ReadJson(ColissimoJson.Default.ColissimoInfos), ColissimoMapping.FromDates)
            : ColissimoErrors.IsRefusal(answer) ? [] : throw answer.Failure();
    }

    public async Task<Outcome<PickupBooking>> BookPickupAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.TrackingNumbers is not [var number])
        {
            return Outcome.Refused<PickupBooking>(new Refusal(
                RefusalCode.Validation, $"TrackingNumbers are {request.TrackingNumbers.Count}: Colissimo collects one return (CORE or CORF) at a time.")
            {
                Field = nameof(request.TrackingNumbers),
            });
        }

        var body = new ColissimoPickupRequest(
            number.Value, request.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ColissimoMapping.ToAddress(request.From, null));
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Post, Address("planPickup"), body, ColissimoJson.Default.ColissimoPickupRequest), Plan, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code is not null || !answer.IsSuccess)
        {
            return ColissimoErrors.IsRefusal(answer)
                ? Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.ExternalRejected))
                : throw answer.Failure();
        }

        return answer.ReadJson(ColissimoJson.Default.ColissimoInfos).Messages is [{ Id: ColissimoErrors.Done }, ..]
            ? Outcome.Of(new PickupBooking { ConfirmationNumber = number.Value, Date = request.Date })
            : throw answer.Malformed("the message of the collection is missing");
    }
}
