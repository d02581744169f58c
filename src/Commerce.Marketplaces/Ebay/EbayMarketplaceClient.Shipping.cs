using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private static readonly VendorOperation ListFulfilments = new("list-fulfillments");
    private static readonly VendorOperation Ship = new("ship-order");

    public async Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderShipped>(NoVendorFields());
        }

        if (request.Parcels.Any(static parcel => parcel.TrackingNumber is not null && Tracking(parcel.TrackingNumber).Length == 0))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A tracking number has neither letters nor digits: eBay takes nothing else.", "Parcels.TrackingNumber");
        }

        if (request.Parcels.Any(static parcel => parcel.TrackingNumber is not null && (parcel.CarrierCode ?? parcel.CarrierName) is null))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A parcel has a tracking number and no carrier: eBay takes both or neither.", "Parcels.CarrierCode");
        }

        // A fulfilment has no key of ours and is neither corrected nor taken back: nothing is told before a look at what is told already.
        var path = OrderPath(request.OrderId, "/shipping_fulfillment");
        var told = await SendAsync(() => Get(path), ListFulfilments, cancellationToken).ConfigureAwait(false);
        if (IsUnknownOrder(told))
        {
            return Outcome.Refused<OrderShipped>(UnknownOrder(request.OrderId));
        }

        var known = told.IsSuccess ? Entries(told, told.ReadJson(EbayJson.Default.EbayFulfilments).Fulfillments, "fulfillments") : throw told.Failure();
        _ = Entries(told, [.. known.SelectMany(static fulfilment => fulfilment.LineItems ?? [])], "fulfillments.lineItems");
        var fresh = request.Parcels.Where(parcel => !IsTold(parcel, known)).ToList();
        var left = fresh.Count == 0 ? [] : await LeftAsync(request.OrderId, known, cancellationToken).ConfigureAwait(false);
        var outcomes = new Dictionary<string, Refusal?>(StringComparer.Ordinal);
        foreach (var parcel in fresh.ToList())
        {
            IReadOnlyList<EbayLinePart> lines = parcel.Lines.Count > 0
                ? [.. parcel.Lines.Select(static line => new EbayLinePart(line.LineId.Value, line.Quantity))]
                : [.. left.Where(static line => line.Value > 0).Select(static line => new EbayLinePart(line.Key, line.Value))];
            if (lines.Count == 0 || (parcel.TrackingNumber is null && lines.All(line => left.GetValueOrDefault(line.LineItemId!, 1) == 0)))
            {
                // Nothing of it is left: it was told before, without this number.
                fresh.Remove(parcel);
                continue;
            }

            var body = Fulfilment(parcel, lines, parcel.ShippedAt ?? request.ShippedAt);
            var answer = await SendAsync(() => Post(path, body, EbayJson.Default.EbayFulfilmentInput), Ship, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccess)
            {
                outcomes[parcel.Key] = EbayErrors.IsRefusal(answer) ? EbayErrors.Refusal(answer) : throw answer.Failure();
                continue;
            }

            foreach (var line in lines)
            {
                left[line.LineItemId!] = Math.Max(0, left.GetValueOrDefault(line.LineItemId!) - (line.Quantity ?? 1));
            }
        }

        return request.Parcels is [var only] && outcomes.GetValueOrDefault(only.Key) is { } refusal
            ? Outcome.Refused<OrderShipped>(refusal)
            : Outcome.Of(new OrderShipped(
                request.OrderId,
                [.. request.Parcels.Select(parcel => new ItemOutcome<string>(parcel.Key, outcomes.GetValueOrDefault(parcel.Key)))],
                WasAlreadyShipped: fresh.Count == 0));
    }

    /// <summary>Gives what eBay takes of a tracking number: letters and digits.</summary>
    internal static string Tracking(string number) => string.Concat(number.Where(char.IsAsciiLetterOrDigit));

    private static bool IsTold(MarketplaceParcel parcel, IReadOnlyList<EbayFulfilment> known) =>
        parcel.TrackingNumber is { } number && known.Any(fulfilment =>
            string.Equals(Tracking(fulfilment.ShipmentTrackingNumber ?? fulfilment.FulfillmentId ?? ""), Tracking(number), StringComparison.OrdinalIgnoreCase));

    private EbayFulfilmentInput Fulfilment(MarketplaceParcel parcel, IReadOnlyList<EbayLinePart> lines, DateTimeOffset? shippedAt) => new()
    {
        LineItems = lines,
        ShippedDate = shippedAt is { } time ? EbayMapping.Time(time) : null,
        ShippingCarrierCode = parcel.TrackingNumber is null ? null : EbayCodes.Carrier((parcel.CarrierCode ?? parcel.CarrierName)!, options.CarrierCodes),
        TrackingNumber = parcel.TrackingNumber is { } number ? Tracking(number) : null,
    };

    /// <summary>Gives how many pieces of each line are not shipped yet.</summary>
    private async Task<Dictionary<string, int>> LeftAsync(
        MarketplaceOrderId orderId, IReadOnlyList<EbayFulfilment> known, CancellationToken cancellationToken)
    {
        var shipped = known.SelectMany(static fulfilment => fulfilment.LineItems ?? [])
            .GroupBy(static line => line.LineItemId ?? "", StringComparer.Ordinal)
            .ToDictionary(static line => line.Key, static line => line.Sum(static part => part.Quantity ?? 1), StringComparer.Ordinal);
        var found = await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return (found?.Order.LineItems ?? []).Where(static line => line.LineItemId is not null).ToDictionary(
            static line => line.LineItemId!, line => Math.Max(0, (line.Quantity ?? 0) - shipped.GetValueOrDefault(line.LineItemId!)), StringComparer.Ordinal);
    }
}
