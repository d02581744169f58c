using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

internal sealed partial class AmazonMarketplaceClient
{
    private const string OtherCarrier = "Other";

    // The same package reference is a correction of the package, so a second time does no harm.
    private static readonly VendorOperation ShipOrderCall = new("ship-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation UpdatePickupCall = new("update-pickup") { IsSafeToRepeat = true };

    private static readonly string[] ShipFields = ["shipFromSupplySourceId", "codCollectionMethod"];

    public async Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (UnknownField(request.VendorFields, ShipFields) is { } unknown)
        {
            return Outcome.Refused<OrderShipped>(unknown);
        }

        if (request.Parcels.FirstOrDefault(static parcel => parcel.Reference is { } key && !IsReference(key)) is { } named)
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, $"Reference is {named.Reference}: Amazon numbers the parcels of an order, give a whole number from 1 on.", "Parcels.Reference");
        }

        if (request.Parcels.Any(static parcel => parcel.TrackingNumber is null))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A parcel has no tracking number: Amazon asks for one with every shipment.", "Parcels.TrackingNumber");
        }

        if (request.Parcels.Any(static parcel => string.IsNullOrWhiteSpace(parcel.CarrierCode) && string.IsNullOrWhiteSpace(parcel.CarrierName)))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A parcel has no carrier: give Amazon's code, or a name where it has none.", "Parcels.CarrierCode");
        }

        if (request.Parcels.Count > 1 && request.Parcels.Any(static parcel => parcel.Lines.Count == 0))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A parcel has no lines: Amazon must be told what is in each of several parcels.", "Parcels.Lines");
        }

        // What is shipped, what is left and in which store the order is: all of it is asked for with every parcel.
        var found = await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false);
        if (found is not { } order)
        {
            return Outcome.Refused<OrderShipped>(RefusalCode.NotFound, $"The order {request.OrderId} is not known.", nameof(request.OrderId));
        }

        var known = order.Order.Parcels.Where(static parcel => parcel.TrackingNumber is not null).Select(static parcel => parcel.TrackingNumber!).ToHashSet(StringComparer.Ordinal);
        if (request.Parcels.All(parcel => known.Contains(parcel.TrackingNumber!)))
        {
            return Outcome.Of(new OrderShipped(
                request.OrderId, [.. request.Parcels.Select(static parcel => new ItemOutcome<string>(parcel.Key))], WasAlreadyShipped: true));
        }

        return NotToShip(order.Order) is { } refusal
            ? Outcome.Refused<OrderShipped>(refusal)
            : await ShipParcelsAsync(request, order.Order, order.Store, known, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<OrderShipped>> UpdatePickupAsync(
        MarketplaceOrderId orderId, AmazonPickupState state, IReadOnlyList<ParcelLine> lines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var store = await StoreOfAsync(orderId, null, cancellationToken).ConfigureAwait(false);
        if (store is null)
        {
            return Outcome.Refused<OrderShipped>(RefusalCode.NotFound, $"The order {orderId} is not known.", nameof(orderId));
        }

        var body = new AmazonPickup(
            store, state.Value, lines.Count == 0 ? null : [.. lines.Select(static line => new AmazonPickupItem(line.LineId.Value, line.Quantity))]);
        var answer = await SendAsync(
            () => VendorJson.Request(HttpMethod.Post, $"orders/v0/orders/{Segment(orderId.Value)}/shipment", body, AmazonJson.Default.AmazonPickup),
            UpdatePickupCall,
            cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(new OrderShipped(orderId, []))
            : AmazonErrors.IsRefusal(answer) ? Outcome.Refused<OrderShipped>(Refused(answer)) : throw answer.Failure();
    }

    private static bool IsReference(string key) => key[0] is >= '1' and <= '9' && key.All(char.IsAsciiDigit);

    private static Refusal? NotToShip(MarketplaceOrder order)
    {
        if (order.Lines[0].FulfilledBy == FulfilmentParty.Marketplace)
        {
            return new Refusal(RefusalCode.PolicyViolation, $"Amazon itself ships the order {order.Id}.");
        }

        return order.State == MarketplaceOrderState.PendingPayment || order.State == MarketplaceOrderState.Cancelled || order.State == MarketplaceOrderState.Exception
            ? new Refusal(RefusalCode.InvalidTransition, $"The order {order.Id} is {order.VendorState}: it cannot be shipped.") { VendorCode = order.VendorState }
            : null;
    }

    private static Refusal Refused(VendorAnswer answer) =>
        answer.Refusal(answer.Status == 404 ? RefusalCode.NotFound : answer.Status == 409 ? RefusalCode.Conflict : RefusalCode.ExternalRejected);

    private static Refusal? UnknownField(IReadOnlyDictionary<string, string> fields, params ReadOnlySpan<string> known)
    {
        foreach (var name in fields.Keys)
        {
            if (!known.Contains(name))
            {
                return new Refusal(RefusalCode.NotSupported, $"VendorFields names {name}, which this call does not send to Amazon: leave it out.") { Field = "VendorFields" };
            }
        }

        return null;
    }

    private async Task<Outcome<OrderShipped>> ShipParcelsAsync(
        ShipOrderRequest request, MarketplaceOrder order, string store, HashSet<string> known, CancellationToken cancellationToken)
    {
        var taken = order.Parcels.Select(static parcel => parcel.Reference).Concat(request.Parcels.Select(static parcel => parcel.Reference)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var outcomes = new List<ItemOutcome<string>>();
        VendorAnswer? failed = null;
        foreach (var parcel in request.Parcels)
        {
            if (known.Contains(parcel.TrackingNumber!))
            {
                outcomes.Add(new ItemOutcome<string>(parcel.Key));
                continue;
            }

            IReadOnlyList<AmazonShippedItem> items = parcel.Lines.Count > 0 ? [.. parcel.Lines.Select(FromLine)] : Left(order);
            if (items.Count == 0)
            {
                return Outcome.Refused<OrderShipped>(RefusalCode.InvalidTransition, $"Nothing of the order {order.Id} is left to ship.", "Parcels.Lines");
            }

            var body = new AmazonShipmentConfirmation(
                store, Package(parcel, parcel.Reference ?? Free(taken), items, request), request.VendorFields.GetValueOrDefault("codCollectionMethod"));
            var answer = await SendAsync(
                () => VendorJson.Request(
                    HttpMethod.Post, $"orders/v0/orders/{Segment(order.Id.Value)}/shipmentConfirmation", body, AmazonJson.Default.AmazonShipmentConfirmation),
                ShipOrderCall,
                cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccess && !AmazonErrors.IsRefusal(answer))
            {
                throw answer.Failure();
            }

            failed = answer.IsSuccess ? failed : answer;
            outcomes.Add(new ItemOutcome<string>(parcel.Key, answer.IsSuccess ? null : Refused(answer)));
        }

        return outcomes.Count == 1 && failed is not null
            ? Outcome.Refused<OrderShipped>(Refused(failed))
            : Outcome.Of(new OrderShipped(request.OrderId, outcomes));
    }

    private AmazonPackageDetail Package(MarketplaceParcel parcel, string reference, IReadOnlyList<AmazonShippedItem> items, ShipOrderRequest request) => new()
    {
        PackageReferenceId = reference,
        CarrierCode = parcel.CarrierCode ?? OtherCarrier,
        CarrierName = parcel.CarrierName,
        ShippingMethod = parcel.Service,
        TrackingNumber = parcel.TrackingNumber!,

        // A time in the future is refused, and clocks differ.
        ShipDate = (parcel.ShippedAt ?? request.ShippedAt ?? channel.Clock.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ShipFromSupplySourceId = request.VendorFields.GetValueOrDefault("shipFromSupplySourceId"),
        OrderItems = items,
    };

    private static AmazonShippedItem FromLine(ParcelLine line)
    {
        string[] codes = [.. line.Identifiers.Where(static number => number.Kind == ItemIdentifierKind.TransparencyCode).Select(static number => number.Value)];
        return new AmazonShippedItem(line.LineId.Value, line.Quantity, codes.Length == 0 ? null : codes);
    }

    private static string Free(HashSet<string> taken)
    {
        var number = 1;
        while (!taken.Add(number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static IReadOnlyList<AmazonShippedItem> Left(MarketplaceOrder order)
    {
        var shipped = order.Parcels.SelectMany(static parcel => parcel.Lines).GroupBy(static line => line.LineId)
            .ToDictionary(static line => line.Key, static line => line.Sum(static part => part.Quantity));
        return
        [
            .. order.Lines
                .Select(line => new AmazonShippedItem(line.Id.Value, line.Quantity - line.CancelledQuantity - shipped.GetValueOrDefault(line.Id)))
                .Where(static item => item.Quantity > 0),
        ];
    }

    private async Task<(MarketplaceOrder Order, string Store)?> ReadOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var address = new QueryAddress($"orders/2026-01-01/orders/{Segment(orderId.Value)}").Add("includedData", "PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES");
        var answer = await GetAsync(address, FindOrderCall, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
        {
            return null;
        }

        var body = Read(answer, AmazonJson.Default.AmazonOrderAnswer);
        return (
            answer.Map(body, static read => AmazonMapping.FromOrder(read.Order ?? throw new FormatException("order"))),
            body.Order?.SalesChannel?.MarketplaceId is { Length: > 0 } store ? store : DefaultStore);
    }

    /// <summary>Tells the store of an order: it is asked for only where there are several.</summary>
    private async Task<string?> StoreOfAsync(
        MarketplaceOrderId orderId, IReadOnlyDictionary<string, string>? fields, CancellationToken cancellationToken)
    {
        if (fields?.TryGetValue("marketplaceId", out var told) == true)
        {
            return told;
        }

        return options.MarketplaceIds.Count == 1
            ? DefaultStore
            : (await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false))?.Store;
    }
}
