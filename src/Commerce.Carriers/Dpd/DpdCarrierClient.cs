using Commerce.Carriers.Dpd.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Dpd;

/// <summary>Talks to DPD's META-API: shipments, labels, returns, collections.</summary>
internal class DpdCarrierClient(VendorChannel channel, DpdCarrierOptions options) :
    DpdCompanionsClient(channel, options), IDpdCarrierClient, ILabelReprinter, IReturnLabelClient, IPickupScheduler, IShipmentValidator
{
    private const string ShipmentPath = "shipping/v1/shipment";

    private static readonly VendorOperation Ship = new("ship");
    private static readonly VendorOperation Return = new("return");
    private static readonly VendorOperation Simulate = new("validate") { IsSafeToRepeat = true };
    private static readonly VendorOperation Label = new("label") { IsSafeToRepeat = true };
    private static readonly VendorOperation Pickup = new("pickup");
    private static readonly VendorOperation Collect = new("collect");

    public override Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, Ship, DocumentKind.Label, cancellationToken);

    public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, Return, DocumentKind.ReturnLabel, cancellationToken);

    public async Task<IReadOnlyList<Refusal>> ValidateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var objections = Objections(request);
        if (objections.Count > 0)
        {
            return objections;
        }

        var answer = await Channel.SendAsync(Message(request, simulate: true), Simulate, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            _ = answer.ReadJson(DpdJson.Default.DpdShipmentAnswer);
            return [];
        }

        return DpdErrors.IsRefusal(answer) ? [answer.Refusal(RefusalCode.ExternalRejected)] : throw answer.Failure();
    }

    public override async Task<Outcome<IReadOnlyList<ShippingDocument>>> ReprintAsync(ReprintRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DpdChecks.Of(request).FirstOrDefault() is { } objection)
        {
            return Outcome.Refused<IReadOnlyList<ShippingDocument>>(objection);
        }

        var message = VendorJson.Request(
            HttpMethod.Post,
            DpdLabels.Address("shipping/v1/label", request.Label, request.VendorFields),
            DpdMapping.ToReprint(request, Options),
            DpdJson.Default.DpdLabelRequest);
        var answer = await Channel.SendAsync(message, Label, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return DpdErrors.IsRefusal(answer)
                ? Outcome.Refused<IReadOnlyList<ShippingDocument>>(answer.Refusal(RefusalCode.NotFound, nameof(ReprintRequest.ShipmentId)))
                : throw answer.Failure();
        }

        var body = answer.ReadJson(DpdJson.Default.DpdLabelAnswer);
        return Outcome.Of(answer.Map(body, read => (IReadOnlyList<ShippingDocument>)
        [
            DpdLabels.Document(
                read.Label ?? throw new FormatException("label"), DocumentKind.Label, request.Label.Format, (request.TrackingNumber ?? OnlyParcel(request.ShipmentId))?.Value),
        ]));
    }

    public async Task<Outcome<PickupBooking>> BookPickupAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DpdChecks.Of(request).FirstOrDefault() is { } objection)
        {
            return Outcome.Refused<PickupBooking>(objection);
        }

        var message = VendorJson.Request(
            HttpMethod.Post, "shipping/v1/pickupscheduling", DpdMapping.ToPickup(request, Options), DpdJson.Default.DpdPickupSchedule);
        var answer = await Channel.SendAsync(message, Pickup, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? answer.Map(answer.ReadJson(DpdJson.Default.DpdPickupAnswer), body => DpdAnswerMapping.FromPickup(body, request.Date))
            : Refused<PickupBooking>(answer);
    }

    public async Task<Outcome<DpdCollection>> RequestCollectionAsync(ShipmentRequest request, PickupSlot slot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(slot);
        if (DpdChecks.OfCollection(request).Concat(Objections(request)).FirstOrDefault() is { } objection)
        {
            return Outcome.Refused<DpdCollection>(objection);
        }

        var message = VendorJson.Request(
            HttpMethod.Post, "shipping/v1/colreq", DpdMapping.ToCollection(request, slot, Options), DpdJson.Default.DpdCollectionRequest);
        var answer = await Channel.SendAsync(message, Collect, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? answer.Map(answer.ReadJson(DpdJson.Default.DpdCollectionAnswer), DpdAnswerMapping.FromCollection)
            : Refused<DpdCollection>(answer);
    }

    private static TrackingNumber? OnlyParcel(CarrierShipmentId id) => DpdNumbers.Of(id).Parcels is [var only] ? new TrackingNumber(only) : null;

    private static Outcome<T> Refused<T>(VendorAnswer answer)
        where T : class => DpdErrors.IsRefusal(answer) ? Outcome.Refused<T>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();

    private async Task<Outcome<Shipment>> BuyAsync(ShipmentRequest request, VendorOperation operation, DocumentKind label, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Objections(request) is [var objection, ..])
        {
            return Outcome.Refused<Shipment>(objection);
        }

        var answer = await Channel.SendAsync(Message(request, simulate: false), operation, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(answer.Map(
                answer.ReadJson(DpdJson.Default.DpdShipmentAnswer), body => DpdAnswerMapping.FromShipment(body, request, label, Options.BusinessUnit)))
            : Refused<Shipment>(answer);
    }

    private IReadOnlyList<Refusal> Objections(ShipmentRequest request) => [.. Capabilities.Check(request), .. DpdChecks.Of(request)];

    // A list of one shipment goes out; one shipment comes back.
    private HttpRequestMessage Message(ShipmentRequest request, bool simulate) => VendorJson.Request(
        HttpMethod.Post,
        DpdLabels.Address(ShipmentPath, request.Label, request.VendorFields, simulate),
        [DpdMapping.ToShipment(request, Options)],
        DpdJson.Default.IReadOnlyListDpdShipment);
}
