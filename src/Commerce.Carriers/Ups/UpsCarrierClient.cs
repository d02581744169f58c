using System.Globalization;
using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

/// <summary>Talks to UPS: Rating, Shipping, Label Recovery, Track, Time in Transit, Pickup, Locator, Address Validation and Paperless APIs.</summary>
internal sealed partial class UpsCarrierClient(VendorChannel channel, UpsCarrierOptions options) :
    ICarrierClient, IRateProvider, ITransitTimeProvider, IShipmentVoider, ILabelReprinter, IShipmentFinder, IReturnLabelClient, IPickupPointDirectory,
    IPickupScheduler, IPickupCanceller, IAddressValidator, IProofOfDeliveryProvider, ITradeDocumentClient, ITradeDocumentArchive
{
    private const int RecoveryDays = 14;
    private const int PageSize = 50;

    private static readonly VendorOperation Rate = new("rate") { IsSafeToRepeat = true };
    private static readonly VendorOperation Ship = new("ship");
    private static readonly VendorOperation Void = new("void") { IsSafeToRepeat = true };
    private static readonly VendorOperation Recover = new("label-recovery") { IsSafeToRepeat = true };
    private static readonly VendorOperation Track = new("track");
    private static readonly VendorOperation TrackReference = new("track-reference");
    private static readonly VendorOperation TrackShipment = new("track-shipment");

    public CarrierCode Carrier => CarrierCode.Ups;

    public string Account => channel.Account;

    public CarrierCapabilities Capabilities => UpsCapabilities.Value;

    public async Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var message = Named(VendorJson.Request(
            HttpMethod.Post,
            $"api/rating/{options.RatingVersion}/{UpsMapping.RateOption(request)}",
            UpsMapping.ToRate(request, options),
            UpsJson.Default.UpsRateEnvelope));

        var answer = await channel.SendAsync(message, Rate, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // UPS answers with an error when no service runs on the lane: that is an empty list with a reason.
            return UpsErrors.IsRefusal(answer)
                ? new RateResult([], [new CarrierMessage(CarrierCode.Ups, answer.Refusal(RefusalCode.ExternalRejected).Message, answer.Error.Code)])
                : throw answer.Failure();
        }

        return answer.Map(answer.ReadJson(UpsJson.Default.UpsRateAnswer), body => UpsMapping.FromRate(body, Account));
    }

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, isReturn: false, cancellationToken);

    public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, isReturn: true, cancellationToken);

    public async Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = request.TrackingNumbers.Count switch
        {
            0 => "",
            1 => "?trackingnumber=" + Uri.EscapeDataString(request.TrackingNumbers[0].Value),
            _ => "?trackingnumber=" + Uri.EscapeDataString("[" + string.Join(',', request.TrackingNumbers.Select(number => $"\"{number}\"")) + "]"),
        };
        var message = Named(new HttpRequestMessage(
            HttpMethod.Delete,
            $"api/shipments/{options.ShippingVersion}/void/cancel/{Uri.EscapeDataString(request.ShipmentId.Value.ToUpperInvariant())}{query}"));

        var answer = await channel.SendAsync(message, Void, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            var body = answer.ReadJson(UpsJson.Default.UpsVoidAnswer);
            var parcels = answer.Map(body, UpsMapping.Voided);
            if (parcels.Count > 0 && parcels.All(static parcel => !parcel.IsSuccess))
            {
                return Outcome.Refused<VoidConfirmation>(parcels[0].Refusal!);
            }

            return body.VoidShipmentResponse?.SummaryResult?.Status?.Code == "1"
                ? Outcome.Of(new VoidConfirmation(request.ShipmentId) { Parcels = parcels })
                : throw answer.Malformed("the status of the void is missing or not 1");
        }

        if (answer.Error.Code == UpsErrors.AlreadyVoid)
        {
            return Outcome.Of(new VoidConfirmation(request.ShipmentId, WasAlreadyVoid: true));
        }

        return UpsErrors.IsRefusal(answer)
            ? Outcome.Refused<VoidConfirmation>(answer.Refusal(RefusalCode.WindowExpired, nameof(VoidRequest.ShipmentId)))
            : throw answer.Failure();
    }

    public async Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var number = request.TrackingNumber ?? new TrackingNumber(request.ShipmentId.Value);
        var message = Named(VendorJson.Request(
            HttpMethod.Post, "api/labels/v1/recovery", UpsMapping.ToRecovery(number, request.Label), UpsJson.Default.UpsRecoveryEnvelope));

        var answer = await channel.SendAsync(message, Recover, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return UpsErrors.IsRefusal(answer)
                ? Outcome.Refused<IReadOnlyList<ShippingDocument>>(answer.Refusal(RefusalCode.NotFound, nameof(ReprintRequest.ShipmentId)))
                : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(UpsJson.Default.UpsRecoveryAnswer), UpsMapping.FromRecovery));
    }

    public async Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var locale = request.Language == "fr" ? "fr_FR" : "en_US";
        var message = Named(new HttpRequestMessage(
            HttpMethod.Get, $"api/track/v1/details/{Uri.EscapeDataString(request.TrackingNumber.Value)}?locale={locale}&returnSignature=false"));

        var answer = await channel.SendAsync(message, Track, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        return answer.IsSuccess
            ? answer.Map(answer.ReadJson(UpsTrackJson.Default.UpsTrackAnswer), body => UpsMapping.FromTrack(body, request.TrackingNumber))
            : throw answer.Failure();
    }

    public async Task<Shipment?> FindShipmentAsync(FindShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var today = DateOnly.FromDateTime(channel.Clock.GetUtcNow().UtcDateTime);
        var from = (request.From ?? today.AddDays(-RecoveryDays)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var to = (request.To ?? today.AddDays(1)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var message = Named(new HttpRequestMessage(
            HttpMethod.Get,
            $"api/track/v1/reference/details/{UpsMapping.Reference(request.Key)}"
            // References are unique within an account only.
            + $"?locale=en_US&fromPickUpDate={from}&toPickUpDate={to}&shipperNum={Uri.EscapeDataString(options.AccountNumber)}"));

        var parcels = new List<UpsFoundParcel>();
        foreach (var page in await ParcelsAsync(message, TrackReference, cancellationToken).ConfigureAwait(false))
        {
            parcels.AddRange(await WithFurtherPagesAsync(page, cancellationToken).ConfigureAwait(false));
        }

        var live = parcels.Where(parcel => !parcel.IsVoid).Select(parcel => parcel.Parcel).DistinctBy(parcel => parcel.TrackingNumber).ToList();
        if (live.Count == 0)
        {
            return null;
        }

        var documents = new List<ShippingDocument>();
        foreach (var parcel in live)
        {
            var label = await ReprintAsync(
                new ReprintRequest
                {
                    ShipmentId = new CarrierShipmentId(parcel.TrackingNumber.Value), TrackingNumber = parcel.TrackingNumber, Label = request.Label,
                },
                cancellationToken).ConfigureAwait(false);
            if (label.TryGet(out var found, out _))
            {
                documents.AddRange(found);
            }
        }

        return new Shipment { Id = new CarrierShipmentId(live[0].TrackingNumber.Value), Parcels = live, Documents = documents };
    }

    private async Task<Outcome<Shipment>> BuyAsync(ShipmentRequest request, bool isReturn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (UpsCheck.Objection(request, Capabilities) is { } objection)
        {
            return Outcome.Refused<Shipment>(objection);
        }

        var today = DateOnly.FromDateTime(channel.Clock.GetUtcNow().UtcDateTime);
        var message = Named(VendorJson.Request(
            HttpMethod.Post,
            $"api/shipments/{options.ShippingVersion}/ship",
            UpsMapping.ToShip(request, isReturn, options, today),
            UpsJson.Default.UpsShipEnvelope));

        var answer = await channel.SendAsync(message, Ship, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return UpsErrors.IsRefusal(answer)
                ? Outcome.Refused<Shipment>(answer.Refusal(RefusalCode.ExternalRejected))
                : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(UpsJson.Default.UpsShipAnswer), UpsMapping.FromShip));
    }

    // A page may name fewer parcels than the shipment has; the others are asked for by its first number.
    private async Task<IReadOnlyList<UpsFoundParcel>> WithFurtherPagesAsync(IReadOnlyList<UpsFoundParcel> page, CancellationToken cancellationToken)
    {
        var all = page.ToList();
        while (page.Count > 0 && all.Count < Math.Min(all[0].InShipment, UpsCapabilities.Value.MaxParcels))
        {
            var message = Named(new HttpRequestMessage(
                HttpMethod.Get,
                $"api/track/v1/shipment/details/{Uri.EscapeDataString(all[0].Parcel.TrackingNumber.Value)}"
                + $"?locale=en_US&offset={all.Count}&count={PageSize}"));
            page = [.. (await ParcelsAsync(message, TrackShipment, cancellationToken).ConfigureAwait(false)).SelectMany(parcels => parcels)];
            all.AddRange(page);
        }

        return all;
    }

    private async Task<IReadOnlyList<IReadOnlyList<UpsFoundParcel>>> ParcelsAsync(
        HttpRequestMessage message, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(message, operation, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            { Status: 404 } => [],
            { IsSuccess: true } => answer.Map(answer.ReadJson(UpsTrackJson.Default.UpsTrackAnswer), UpsMapping.ParcelsIn),
            _ => throw answer.Failure(),
        };
    }

    private HttpRequestMessage Named(HttpRequestMessage message)
    {
        // At most 32 characters, required by tracking and useful to UPS's support everywhere.
        message.Headers.TryAddWithoutValidation("transId", Guid.CreateVersion7(channel.Clock.GetUtcNow()).ToString("N"));
        return message;
    }
}
