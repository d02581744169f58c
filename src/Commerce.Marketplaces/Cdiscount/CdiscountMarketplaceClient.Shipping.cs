using System.Net.Http.Headers;
using System.Text;
using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

internal sealed partial class CdiscountMarketplaceClient
{
    private const string PartName = "file";

    private static readonly VendorOperation Ship = new("ship-order");
    private static readonly VendorOperation Carriers = new("list-carriers");
    private static readonly VendorOperation UploadInvoice = new("upload-invoice");
    private static readonly TimeSpan CarriersLifetime = TimeSpan.FromDays(1);

    private (DateTimeOffset Until, IReadOnlyList<MarketplaceCarrier> List)? _carriers;

    public async Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderShipped>(NoVendorFields());
        }

        if (request.Parcels.Any(static parcel => parcel.TrackingNumber is null))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A parcel has no tracking number: Octopia knows parcels by it.", "Parcels.TrackingNumber");
        }

        if (request.Parcels.Any(static parcel => parcel.CarrierCode is null && parcel.CarrierName is null))
        {
            return Outcome.Refused<OrderShipped>(RefusalCode.Validation, "A parcel has no carrier: give its code or name.", "Parcels.CarrierName");
        }

        if (await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return Outcome.Refused<OrderShipped>(UnknownOrder(request.OrderId));
        }

        // Parcels have no key: what was told before a lost answer is recognised by its number, so nothing is told unseen.
        var outcomes = new Dictionary<string, Refusal?>(StringComparer.Ordinal);
        var fresh = new List<(MarketplaceParcel Parcel, IReadOnlyList<MarketplaceOrderLineId> Lines)>();
        var pieces = Pieces(request, order);
        foreach (var parcel in request.Parcels)
        {
            if (Knows(order, parcel))
            {
                outcomes[parcel.Key] = null;
            }
            else if (LinesOf(parcel, order, pieces, out var lines) is { } refusal)
            {
                outcomes[parcel.Key] = refusal;
            }
            else
            {
                fresh.Add((parcel, lines));
            }
        }

        var wasShipped = request.Parcels.All(parcel => Knows(order, parcel));
        foreach (var group in Groups(fresh))
        {
            var refusal = await ShipAsync(request.OrderId, group, cancellationToken).ConfigureAwait(false);
            var after = refusal is null ? null : await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false);
            foreach (var (parcel, _) in group)
            {
                outcomes[parcel.Key] = after is not null && Knows(after, parcel) ? null : refusal;
            }
        }

        // One refusal for all that was asked is a refusal of the request.
        return request.Parcels.All(parcel => outcomes[parcel.Key] is not null)
            ? Outcome.Refused<OrderShipped>(outcomes[request.Parcels[0].Key]!)
            : Outcome.Of(new OrderShipped(
                request.OrderId, [.. request.Parcels.Select(parcel => new ItemOutcome<string>(parcel.Key, outcomes[parcel.Key]))], wasShipped));
    }

    public async Task<IReadOnlyList<MarketplaceCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync(new QueryAddress("carriers"), Carriers, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(CdiscountJson.Default.IReadOnlyListCdiscountCarrier), static body => (IReadOnlyList<MarketplaceCarrier>)
        [
            .. body.Select(static carrier => new MarketplaceCarrier(
                CdiscountMapping.Needed(carrier.Code, "code"), CdiscountMapping.Text(carrier.Label) ?? carrier.Code!)),
        ]);
    }

    public async Task<Outcome<UploadedDocument>> UploadDocumentAsync(OrderDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.VendorFields.Count > 0)
        {
            return Outcome.Refused<UploadedDocument>(NoVendorFields());
        }

        if (document.Kind != OrderDocumentKind.Invoice)
        {
            return Outcome.Refused<UploadedDocument>(RefusalCode.NotSupported, $"Octopia takes invoices only, no {document.Kind}.", nameof(document.Kind));
        }

        if (document.MediaType != "application/pdf")
        {
            return Outcome.Refused<UploadedDocument>(RefusalCode.Validation, $"MediaType is {document.MediaType}: Octopia takes PDF only.", nameof(document.MediaType));
        }

        var request = new HttpRequestMessage(HttpMethod.Post, OrderPath(document.OrderId, "/invoice-documents")) { Content = Form(document) };
        var answer = await channel.SendAsync(request, UploadInvoice, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? Outcome.Of(new UploadedDocument(document.OrderId))
            : CdiscountErrors.IsRefusal(answer) ? Outcome.Refused<UploadedDocument>(CdiscountErrors.Refused(answer))
            : throw answer.Failure();
    }

    private static bool Knows(MarketplaceOrder order, MarketplaceParcel parcel) =>
        order.Parcels.Any(known => known.TrackingNumber == parcel.TrackingNumber);

    private static bool CanShip(MarketplaceOrderLine line) =>
        line.FulfilledBy == FulfilmentParty.Seller && CdiscountStates.Of(line.VendorState) == MarketplaceOrderState.ReadyToShip;

    /// <summary>Counts what the parcels hold of each line; one without lines holds everything.</summary>
    private static Dictionary<MarketplaceOrderLineId, long> Pieces(ShipOrderRequest request, MarketplaceOrder order) => request.Parcels
        .SelectMany(parcel => parcel.Lines.Count > 0
            ? parcel.Lines.Select(static line => (line.LineId, line.Quantity))
            : order.Lines.Select(static line => (LineId: line.Id, line.Quantity)))
        .GroupBy(static part => part.LineId)
        .ToDictionary(static part => part.Key, static part => part.Sum(static one => (long)one.Quantity));

    private static Refusal? LinesOf(
        MarketplaceParcel parcel,
        MarketplaceOrder order,
        Dictionary<MarketplaceOrderLineId, long> pieces,
        out IReadOnlyList<MarketplaceOrderLineId> lines)
    {
        lines = parcel.Lines.Count > 0
            ? [.. parcel.Lines.Select(static line => line.LineId).Distinct()]
            : [.. order.Lines.Where(CanShip).Select(static line => line.Id)];
        if (lines.Count == 0)
        {
            return new Refusal(RefusalCode.InvalidTransition, $"The order {order.Id} is {order.VendorState}: it has no line to ship. Wait for InPreparation.") { Field = "OrderId" };
        }

        foreach (var id in lines)
        {
            if (order.Lines.FirstOrDefault(known => known.Id == id) is not { } line)
            {
                return new Refusal(RefusalCode.Validation, $"The order {order.Id} has no line {id}.") { Field = "Parcels.Lines" };
            }

            if (!CanShip(line))
            {
                return new Refusal(
                    RefusalCode.InvalidTransition,
                    line.FulfilledBy == FulfilmentParty.Seller
                        ? $"The line {id} is {line.VendorState}: only lines in preparation are shipped; before that the address is not final."
                        : $"The line {id} is shipped by the marketplace.") { Field = "Parcels.Lines" };
            }

            if (pieces[id] < line.Quantity)
            {
                return new Refusal(
                    RefusalCode.Validation,
                    $"The parcels hold {pieces[id]} of the {line.Quantity} pieces of line {id}: Octopia ships lines whole, tell all its parcels at once.") { Field = "Parcels.Lines.Quantity" };
            }
        }

        return null;
    }

    // A line in several parcels is shipped by the first call, so its parcels go together; others go alone, that none hides another.
    private static List<List<(MarketplaceParcel Parcel, IReadOnlyList<MarketplaceOrderLineId> Lines)>> Groups(
        List<(MarketplaceParcel Parcel, IReadOnlyList<MarketplaceOrderLineId> Lines)> parcels) =>
        parcels.SelectMany(static parcel => parcel.Lines).GroupBy(static line => line).All(static line => line.Count() == 1)
            ? parcels.ConvertAll<List<(MarketplaceParcel, IReadOnlyList<MarketplaceOrderLineId>)>>(static parcel => [parcel])
            : [parcels];

    private static ByteArrayContent Form(OrderDocument document)
    {
        // A fixed line that the file does not hold; so requests are repeatable to the byte.
        var boundary = "----commerce-sdk-5d2e8b3f0a";
        while (document.Content.Span.IndexOf(Encoding.ASCII.GetBytes(boundary)) >= 0)
        {
            boundary += "x";
        }

        var name = WireText.ToAscii(document.FileName).Replace('"', '_').Replace('\\', '_');
        var head = $"--{boundary}\r\nContent-Disposition: form-data; name=\"{PartName}\"; filename=\"{name}\"\r\nContent-Type: {document.MediaType}\r\n\r\n";
        var content = new ByteArrayContent([.. Encoding.ASCII.GetBytes(head), .. document.Content.Span, .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n")]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
        return content;
    }

    private async Task<Refusal?> ShipAsync(
        MarketplaceOrderId orderId, List<(MarketplaceParcel Parcel, IReadOnlyList<MarketplaceOrderLineId> Lines)> parcels, CancellationToken cancellationToken)
    {
        var body = new List<CdiscountParcel>();
        foreach (var (parcel, lines) in parcels)
        {
            body.Add(new CdiscountParcel
            {
                ParcelNumber = parcel.TrackingNumber,
                CarrierName = await CarrierNameAsync(parcel, cancellationToken).ConfigureAwait(false),
                TrackingUrl = parcel.TrackingUrl?.AbsoluteUri,
                OrderLineIds = [.. lines.Select(static line => line.Value)],
            });
        }

        var message = VendorJson.Request(HttpMethod.Post, OrderPath(orderId, "/shipments"), body, CdiscountJson.Default.IReadOnlyListCdiscountParcel);
        var answer = await channel.SendAsync(message, Ship, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? null
            : !CdiscountErrors.IsRefusal(answer) ? throw answer.Failure()
            : answer.Refusal(answer.Status == 404 ? RefusalCode.NotFound : RefusalCode.InvalidTransition);
    }

    /// <summary>Octopia wants the carrier's label; one that it does not list goes as the seller names it.</summary>
    private async Task<string> CarrierNameAsync(MarketplaceParcel parcel, CancellationToken cancellationToken)
    {
        if (parcel.CarrierCode is not { } code)
        {
            return parcel.CarrierName!;
        }

        if (_carriers is not { } kept || kept.Until < channel.Clock.GetUtcNow())
        {
            kept = (channel.Clock.GetUtcNow() + CarriersLifetime, await ListCarriersAsync(cancellationToken).ConfigureAwait(false));
            _carriers = kept;
        }

        return kept.List.FirstOrDefault(carrier => carrier.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Name ?? parcel.CarrierName ?? code;
    }
}
