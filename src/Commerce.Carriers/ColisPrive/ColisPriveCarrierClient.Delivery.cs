using Commerce.Http;

namespace Commerce.Carriers.ColisPrive;

/// <content>Closing of the day, containers, and what may be changed about the delivery of a parcel.</content>
internal sealed partial class ColisPriveCarrierClient
{
    private static readonly VendorOperation Connection = new("test") { IsSafeToRepeat = true };
    private static readonly VendorOperation Close = new("close");
    private static readonly VendorOperation Container = new("container");
    private static readonly VendorOperation Calendar = new("delivery-days") { IsSafeToRepeat = true };
    private static readonly VendorOperation Again = new("deliver-again") { IsSafeToRepeat = true };
    private static readonly VendorOperation Points = new("pickup-points") { IsSafeToRepeat = true };
    private static readonly VendorOperation Point = new("pickup-point") { IsSafeToRepeat = true };
    private static readonly VendorOperation Redirect = new("redirect") { IsSafeToRepeat = true };

    private readonly SemaphoreSlim _closing = new(1, 1);

    public async Task TestAsync(CancellationToken cancellationToken = default)
    {
        var (answer, _) = await CallAsync(_requests.Test(), Connection, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code != ColisPriveErrors.Done)
        {
            throw answer.Failure(CommerceErrorKind.Invalid);
        }
    }

    public async Task<Outcome<IReadOnlyList<Manifest>>> CloseManifestAsync(ManifestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ColisPriveChecks.Check(request, ColisPriveMapping.Today(channel.Clock.GetUtcNow())) is { } objection)
        {
            return Outcome.Refused<IReadOnlyList<Manifest>>(objection);
        }

        // Closing is for the whole account: one at a time.
        await _closing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (answer, result) = await CallAsync(_requests.Close(), Close, cancellationToken).ConfigureAwait(false);
            if (answer.Error.Code != ColisPriveErrors.Done)
            {
                return Outcome.Refused<IReadOnlyList<Manifest>>(answer.Refusal(RefusalCode.ExternalRejected));
            }

            var parcels = answer.Map(result, ColisPriveMapping.FromManifest);
            var number = answer.Map(result, static body => ColisPriveMapping.Needed(body, "ShipCode"));
            return Outcome.Of<IReadOnlyList<Manifest>>(
            [
                new Manifest
                {
                    Number = number,
                    ParcelCount = parcels.Count,
                    TrackingNumbers = parcels,
                    Documents = await _files.ManifestAsync(result, cancellationToken).ConfigureAwait(false) is { } document ? [document] : [],
                },
            ]);
        }
        finally
        {
            _closing.Release();
        }
    }

    public async Task<Outcome<ColisPriveContainer>> CreateContainerAsync(LabelSpecification label, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.Format != LabelFormat.Pdf)
        {
            return Outcome.Refused<ColisPriveContainer>(RefusalCode.NotSupported, $"label is {label.Format}: the answer has room for the address of a PDF only.", nameof(label));
        }

        if (ColisPriveChecks.Check(label, options) is { } objection)
        {
            return Outcome.Refused<ColisPriveContainer>(objection);
        }

        var (answer, result) = await CallAsync(_requests.Container(label), Container, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code != ColisPriveErrors.Done)
        {
            return Outcome.Refused<ColisPriveContainer>(answer.Refusal(RefusalCode.ExternalRejected));
        }

        var code = answer.Map(result, static body => ColisPriveMapping.Needed(body, "CntrCode"));
        return Outcome.Of(new ColisPriveContainer(
            code, ColisPriveMapping.Text(result, "CABCode"), await _files.LabelAsync(answer, result, label.Format, null, cancellationToken).ConfigureAwait(false)));
    }

    public Task<Outcome<IReadOnlyList<ColisPriveDeliverySlot>>> GetDeliveryDaysAsync(TrackingRequest request, CancellationToken cancellationToken = default) =>
        AskAsync(_requests.Days(Number(request)), Calendar, ColisPriveMapping.FromCalendar, cancellationToken);

    public Task<Outcome<ColisPriveRedirection>> DeliverAgainAsync(
        TrackingRequest request, DateOnly day, Party recipient, bool toThirdParty = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return AskAsync(_requests.Again(Number(request), day, recipient, toThirdParty), Again, _ => new ColisPriveRedirection(request.TrackingNumber), cancellationToken);
    }

    public Task<Outcome<IReadOnlyList<ColisPrivePickupOffer>>> GetPickupPointsAsync(TrackingRequest request, CancellationToken cancellationToken = default) =>
        AskAsync(_requests.Points(Number(request)), Points, ColisPriveMapping.FromPoints, cancellationToken);

    public Task<Outcome<ColisPriveRedirection>> SendToPickupPointAsync(
        TrackingRequest request, PickupPointReference point, Contact? contact = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(point);
        return AskAsync(_requests.ToPoint(Number(request), point.Id, contact), Redirect, _ => new ColisPriveRedirection(request.TrackingNumber), cancellationToken);
    }

    public async Task<PickupPoint?> FindPickupPointAsync(PickupPointReference point, CountryCode country, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (country != CountryCode.France)
        {
            return null;
        }

        var (answer, result) = await CallAsync(_requests.Point(point.Id), Point, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code == ColisPriveErrors.Done
            ? answer.Map(result, static body => body.Element(ColisPriveMapping.Wire("PckPoint")) is { } found ? ColisPriveMapping.FromPoint(found) : null)
            : ColisPriveErrors.IsUnknownParcel(answer.Error) ? null : throw answer.Failure(CommerceErrorKind.Invalid);
    }

    private static ColisPriveNumber Number(TrackingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ColisPriveNumber.Read(request);
    }

    private async Task<Outcome<T>> AskAsync<T>(
        HttpRequestMessage request, VendorOperation operation, Func<System.Xml.Linq.XElement, T> map, CancellationToken cancellationToken)
        where T : class
    {
        var (answer, result) = await CallAsync(request, operation, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code == ColisPriveErrors.Done
            ? Outcome.Of(answer.Map(result, map))
            : Outcome.Refused<T>(answer.Refusal(ColisPriveErrors.IsUnknownParcel(answer.Error) ? RefusalCode.NotFound : RefusalCode.ExternalRejected));
    }
}
