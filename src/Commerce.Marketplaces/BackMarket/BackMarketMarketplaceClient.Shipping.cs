using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Shipping, numbers of pieces, papers, BackShip labels. Source: Back Market seller API, UpdateOrder, orderlines, invoice, deliveries.</summary>
internal sealed partial class BackMarketMarketplaceClient
{
    private const int MaxTrackingUrl = 300;
    private const int MaxImei = 15;
    private const int MaxSerialNumber = 50;
    private const string VatType = "vat_type";

    private static readonly VendorOperation Ship = new("ship-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation SetIdentifiers = new("set-identifiers");
    private static readonly VendorOperation UploadInvoice = new("upload-invoice") { IsSafeToRepeat = true };
    private static readonly VendorOperation ListDeliveriesCall = new("list-deliveries");

    public async Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Objection(request) is { } objection)
        {
            return Outcome.Refused<OrderShipped>(objection);
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderShipped>(UnknownOrder(request.OrderId));
        }

        var parcel = request.Parcels[0];
        var lines = found.Answer.Map(found.Order, BackMarketMapping.Lines);
        if (IsShipped(lines))
        {
            return Again(request.OrderId, parcel, found.Order);
        }

        if (Objection(parcel, lines) is { } late)
        {
            return Outcome.Refused<OrderShipped>(late);
        }

        var numbers = parcel.Lines.SelectMany(static line => line.Identifiers).ToList();
        var update = new BackMarketOrderUpdate
        {
            OrderId = found.Order.OrderId!.Value,
            NewState = BackMarketStates.Shipped,
            TrackingNumber = parcel.TrackingNumber,
            TrackingUrl = parcel.TrackingUrl?.AbsoluteUri,
            Shipper = BackMarketShippers.Of(parcel.CarrierCode) ?? BackMarketShippers.Of(parcel.CarrierName),
            DateShipping = parcel.ShippedAt ?? request.ShippedAt ?? channel.Clock.GetUtcNow(),
            Imei = numbers.Find(static number => number.Kind == ItemIdentifierKind.Imei)?.Value,
            SerialNumber = numbers.Find(static number => number.Kind == ItemIdentifierKind.SerialNumber)?.Value,
            VatType = request.VendorFields.GetValueOrDefault(VatType),
        };
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Post, OrderPath(request.OrderId), update, BackMarketJson.Default.BackMarketOrderUpdate), Ship, cancellationToken).ConfigureAwait(false);
        if (BackMarketErrors.IsDone(answer))
        {
            CheckIsOrder(answer, update.OrderId);
            return Shipped(request.OrderId, parcel, isRepeated: false);
        }

        // An answer may have got lost, and what was told then is refused now.
        var refusal = BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected);
        var now = await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false);
        return now is { } looked && IsShipped(looked.Answer.Map(looked.Order, BackMarketMapping.Lines))
            ? Again(request.OrderId, parcel, looked.Order)
            : Outcome.Refused<OrderShipped>(refusal);
    }

    public async Task<Outcome<BackMarketIdentifiers>> SetIdentifiersAsync(
        MarketplaceOrderLineId lineId, string? imei, string? serialNumber, CancellationToken cancellationToken = default)
    {
        if (imei is null && serialNumber is null)
        {
            return Outcome.Refused<BackMarketIdentifiers>(RefusalCode.Validation, "imei and serialNumber are missing: give one of them.", nameof(imei));
        }

        if (NumberObjection(imei, serialNumber) is { } objection)
        {
            return Outcome.Refused<BackMarketIdentifiers>(objection);
        }

        var request = VendorJson.Request(
            HttpMethod.Patch, $"ws/orderlines/{Uri.EscapeDataString(lineId.Value)}", new BackMarketNumbers(imei, serialNumber), BackMarketJson.Default.BackMarketNumbers);
        var answer = await channel.SendAsync(request, SetIdentifiers, cancellationToken).ConfigureAwait(false);
        if (!BackMarketErrors.IsDone(answer))
        {
            return Outcome.Refused<BackMarketIdentifiers>(BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected));
        }

        var told = answer.ReadJson(BackMarketJson.Default.BackMarketNumbers);
        return Outcome.Of(new BackMarketIdentifiers(lineId, told.Imei, told.SerialNumber));
    }

    public async Task<Outcome<UploadedDocument>> UploadDocumentAsync(OrderDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Kind != OrderDocumentKind.Invoice)
        {
            return Outcome.Refused<UploadedDocument>(RefusalCode.NotSupported, $"Back Market takes invoices, no {document.Kind}.", nameof(document.Kind));
        }

        if (document.VendorFields.Count > 0)
        {
            return Outcome.Refused<UploadedDocument>(NoVendorFields());
        }

        var request = new BackMarketForm().AddFile("invoice", document.FileName, document.MediaType, document.Content).ToRequest(OrderPath(document.OrderId) + "/invoice");
        var answer = await channel.SendAsync(request, UploadInvoice, cancellationToken).ConfigureAwait(false);
        return BackMarketErrors.IsDone(answer)
            ? Outcome.Of(new UploadedDocument(document.OrderId))
            : Outcome.Refused<UploadedDocument>(BackMarketErrors.Refusal(answer, RefusalCode.ExternalRejected));
    }

    public Task<IReadOnlyList<MarketplaceCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<MarketplaceCarrier>>([.. BackMarketShippers.Names.Select(static name => new MarketplaceCarrier(name, name))]);

    public async Task<IReadOnlyList<BackMarketDelivery>> ListDeliveriesAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var deliveries = new List<BackMarketDelivery>();
        ContinuationToken? token = null;
        do
        {
            var number = PageOf(token);
            var address = new QueryAddress("ws/shipping/v1/deliveries").Add("page", number).Add("order_id", orderId.Value);
            var answer = await GetAsync(address, ListDeliveriesCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(BackMarketJson.Default.Shipments);
            deliveries.AddRange(answer.Map(page, static body => (IReadOnlyList<BackMarketDelivery>)[.. Results(body).Select(BackMarketMapping.FromShipment)]));
            token = NextPage(answer, page.Next, number);
        }
        while (token is not null);
        return deliveries;
    }

    private static Refusal? Objection(ShipOrderRequest request)
    {
        if (request.VendorFields.FirstOrDefault(static field => field.Key != VatType).Key is { } unknown)
        {
            return new Refusal(RefusalCode.NotSupported, $"VendorFields has {unknown}: Back Market takes vat_type only.") { Field = nameof(request.VendorFields) };
        }

        if (request.VendorFields.GetValueOrDefault(VatType) is not (null or "REGULAR" or "MARGINAL"))
        {
            return new Refusal(RefusalCode.Validation, "VendorFields has a vat_type that is neither REGULAR nor MARGINAL.") { Field = nameof(request.VendorFields) };
        }

        if (request.Parcels.Count > 1)
        {
            return new Refusal(RefusalCode.NotSupported, "Back Market ships an order whole: give one parcel.") { Field = nameof(request.Parcels) };
        }

        var parcel = request.Parcels[0];
        if (parcel.TrackingNumber is null)
        {
            return new Refusal(RefusalCode.Validation, "The parcel has no tracking number: Back Market asks for one.") { Field = "Parcels.TrackingNumber" };
        }

        return parcel.TrackingUrl?.AbsoluteUri.Length > MaxTrackingUrl
            ? new Refusal(RefusalCode.Validation, $"The tracking page has over {MaxTrackingUrl} characters.") { Field = "Parcels.TrackingUrl" }
            : null;
    }

    private static Refusal? Objection(MarketplaceParcel parcel, IReadOnlyList<BackMarketLine> lines)
    {
        if (lines.FirstOrDefault(static line => line.State != BackMarketStates.Accepted && !BackMarketStates.IsGone(line.State)) is { } open)
        {
            return new Refusal(RefusalCode.InvalidTransition, $"The line {open.Id} is in the state {open.State}: every line must be accepted or cancelled before the order is shipped.");
        }

        var active = lines.Where(static line => line.State == BackMarketStates.Accepted).ToList();
        if (active.Count == 0)
        {
            return new Refusal(RefusalCode.InvalidTransition, "Nothing of the order is left to ship.");
        }

        if (parcel.Lines.Count > 0 && !active.TrueForAll(line => parcel.Lines.Where(part => part.LineId == line.Id).Sum(static part => (long)part.Quantity) == line.Quantity))
        {
            return new Refusal(RefusalCode.NotSupported, "The parcel does not hold all that is left: Back Market ships an order whole.") { Field = "Parcels.Lines" };
        }

        var numbers = parcel.Lines.SelectMany(static line => line.Identifiers).ToList();
        if (numbers.Count == 0)
        {
            return null;
        }

        if (lines is not [{ Quantity: 1 }])
        {
            return new Refusal(RefusalCode.NotSupported, "Numbers of pieces go with the parcel only when the order is one piece: tell them by SetIdentifiersAsync.") { Field = "Parcels.Lines.Identifiers" };
        }

        return numbers.Exists(static number => number.Kind != ItemIdentifierKind.Imei && number.Kind != ItemIdentifierKind.SerialNumber)
            || numbers.DistinctBy(static number => number.Kind).Count() != numbers.Count
                ? new Refusal(RefusalCode.Validation, "Back Market takes one IMEI and one serial number, nothing else.") { Field = "Parcels.Lines.Identifiers" }
                : NumberObjection(
                    numbers.Find(static number => number.Kind == ItemIdentifierKind.Imei)?.Value, numbers.Find(static number => number.Kind == ItemIdentifierKind.SerialNumber)?.Value);
    }

    // What is registered cannot be corrected: better to object here.
    private static Refusal? NumberObjection(string? imei, string? serialNumber)
    {
        if (imei is not null && (imei.Length is 0 or > MaxImei || !imei.All(char.IsAsciiDigit)))
        {
            return new Refusal(RefusalCode.Validation, $"The IMEI is not 1 to {MaxImei} digits.") { Field = "Imei" };
        }

        return serialNumber is not null && serialNumber.Length is 0 or > MaxSerialNumber
            ? new Refusal(RefusalCode.Validation, $"The serial number is not 1 to {MaxSerialNumber} characters.") { Field = "SerialNumber" }
            : null;
    }

    private static bool IsShipped(IReadOnlyList<BackMarketLine> lines)
    {
        var active = lines.Where(static line => !BackMarketStates.IsGone(line.State)).ToList();
        return active.Count > 0 && active.TrueForAll(static line => line.State is BackMarketStates.Shipped or BackMarketStates.RefundedAfterShipping);
    }

    private static Outcome<OrderShipped> Again(MarketplaceOrderId orderId, MarketplaceParcel parcel, BackMarketOrder order) =>
        BackMarketMapping.Text(order.TrackingNumber) is { } known && !string.Equals(known, parcel.TrackingNumber!.Trim(), StringComparison.OrdinalIgnoreCase)
            ? Outcome.Refused<OrderShipped>(
                RefusalCode.Conflict, $"The order {orderId} was shipped under another tracking number, which Back Market does not correct.", "Parcels.TrackingNumber")
            : Shipped(orderId, parcel, isRepeated: true);

    private static Outcome<OrderShipped> Shipped(MarketplaceOrderId orderId, MarketplaceParcel parcel, bool isRepeated) =>
        Outcome.Of(new OrderShipped(orderId, [new ItemOutcome<string>(parcel.Key)], WasAlreadyShipped: isRepeated));
}
