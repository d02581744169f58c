using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Talks to one operator's Mirakl: orders and shipping. Offers and messages are in the other parts.</summary>
internal sealed partial class MiraklMarketplaceClient(VendorChannel channel, MiraklMarketplaceOptions options) :
    IMarketplaceClient, IOrderAcceptance, IOfferReader, IMessagingClient, ICarrierDirectory
{
    private static readonly VendorOperation ListOrdersCall = new("list-orders");
    private static readonly VendorOperation Accept = new("accept-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation SetTracking = new("set-tracking") { IsSafeToRepeat = true };
    private static readonly VendorOperation Ship = new("ship-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateShipments = new("create-shipments");
    private static readonly VendorOperation ListShipments = new("list-shipments");
    private static readonly VendorOperation Carriers = new("list-carriers");

    private static readonly Support NotYet = Support.No("Mirakl has it; this version of the client does not cover it.");

    public MarketplaceCode Marketplace => MarketplaceCode.Mirakl;

    public string Account => channel.Account;

    public MarketplaceCapabilities Capabilities { get; } = new()
    {
        Features = new Dictionary<MarketplaceFeature, Support>
        {
            [MarketplaceFeature.OrderAcceptance] = Support.Yes,
            [MarketplaceFeature.PartialAcceptance] = Support.When("The operator may forbid mixed decisions."),
            [MarketplaceFeature.SeveralParcels] = Support.When("The operator must have switched multiple shipments on."),
            [MarketplaceFeature.OfferReading] = Support.Yes,
            [MarketplaceFeature.Messages] = Support.Yes,
            [MarketplaceFeature.CarrierList] = Support.Yes,
            [MarketplaceFeature.OrderCancellation] = NotYet,
            [MarketplaceFeature.Refunds] = NotYet,
            [MarketplaceFeature.OfferWriting] = NotYet,
            [MarketplaceFeature.Returns] = NotYet,
            [MarketplaceFeature.Notifications] = Support.No("Mirakl pushes nothing to sellers: poll."),
        },
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = true,
        Recovery = new Dictionary<string, LostAnswerRecovery>
        {
            ["ship-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-shipments"] = LostAnswerRecovery.LookUpByReference,
            ["send-message"] = LostAnswerRecovery.LookUpByReference,
        },
    };

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new Paged<MarketplaceOrder>(async (token, cancellationToken) =>
        {
            var offset = token is null ? 0 : int.Parse(token.Value.Value, CultureInfo.InvariantCulture);
            var address = new QueryAddress("api/orders")
                .Add("start_update_date", Date(query.ChangedSince))
                .Add("end_update_date", Date(query.ChangedUntil))
                .Add("order_state_codes", query.States.Count == 0 ? null : string.Join(',', query.States.SelectMany(MiraklStates.Codes)))
                .Add("shop_id", options.ShopId)
                .Add("max", query.PageSize)
                .Add("offset", offset);
            var answer = await GetAsync(address, ListOrdersCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(MiraklJson.Default.MiraklOrders);
            var orders = answer.Map(page, body => (IReadOnlyList<MarketplaceOrder>)
                [.. (body.Orders ?? throw new FormatException("orders")).Select(MiraklMapping.FromOrder)]);
            if (query.IncludeRaw)
            {
                orders = MiraklRaw.Attach(orders, answer.Body);
            }

            // What one page does not hold starts right after it; a page shorter than asked for is not the last one by itself.
            var next = offset + orders.Count;
            return new Page<MarketplaceOrder>(
                orders,
                orders.Count > 0 && next < (page.TotalCount ?? next) ? new ContinuationToken(next.ToString(CultureInfo.InvariantCulture)) : null,
                page.TotalCount);
        });
    }

    public async Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default)
    {
        var address = new QueryAddress("api/orders").Add("order_ids", orderId.Value).Add("shop_id", options.ShopId).Add("max", 1);
        var answer = await GetAsync(address, ListOrdersCall, cancellationToken).ConfigureAwait(false);
        return answer.Map(
            answer.ReadJson(MiraklJson.Default.MiraklOrders),
            body => (body.Orders ?? throw new FormatException("orders")).Select(MiraklMapping.FromOrder).FirstOrDefault());
    }

    public async Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.AcceptedLines.Count + request.RefusedLines.Count == 0)
        {
            return Outcome.Refused<OrderDecided>(RefusalCode.Validation, "AcceptedLines and RefusedLines are empty: decide every line that waits.", nameof(request.AcceptedLines));
        }

        var body = new MiraklAcceptance(
        [
            .. request.AcceptedLines.Select(static line => new MiraklLineAcceptance(line.Value, true)),
            .. request.RefusedLines.Select(static line => new MiraklLineAcceptance(line.Value, false)),
        ]);
        var message = VendorJson.Request(HttpMethod.Put, OrderPath(request.OrderId, "accept"), body, MiraklJson.Default.MiraklAcceptance);
        var answer = await channel.SendAsync(message, Accept, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return Outcome.Of(new OrderDecided(request.OrderId));
        }

        if (!MiraklErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        // A second decision is refused by state: done, if the order has moved past the decision.
        var order = await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false);
        return order is not null && order.State != MarketplaceOrderState.AwaitingAcceptance && order.State != MarketplaceOrderState.PendingPayment
            ? Outcome.Of(new OrderDecided(request.OrderId, WasAlreadyDecided: true))
            : Outcome.Refused<OrderDecided>(answer.Refusal(order is null ? RefusalCode.NotFound : RefusalCode.ExternalRejected));
    }

    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Parcels is [{ Lines.Count: 0 } only]
            ? ShipWholeAsync(request.OrderId, only, cancellationToken)
            : ShipPartsAsync(request, cancellationToken);
    }

    public async Task<IReadOnlyList<MarketplaceCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync(new QueryAddress("api/shipping/carriers"), Carriers, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(MiraklJson.Default.MiraklCarriers), body => (IReadOnlyList<MarketplaceCarrier>)
        [
            .. (body.Carriers ?? throw new FormatException("carriers")).Where(static carrier => carrier.Code is not null)
                .Select(static carrier => new MarketplaceCarrier(carrier.Code!, carrier.Label ?? carrier.Code!, carrier.StandardCode, carrier.TrackingUrl)),
        ]);
    }

    private static string? Date(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string OrderPath(MarketplaceOrderId orderId, string action) => $"api/orders/{Uri.EscapeDataString(orderId.Value)}/{action}";

    /// <summary>One parcel with everything: tracking first, then shipped. Many operators refuse the other order.</summary>
    private async Task<Outcome<OrderShipped>> ShipWholeAsync(MarketplaceOrderId orderId, MarketplaceParcel parcel, CancellationToken cancellationToken)
    {
        var tracking = VendorJson.Request(
            HttpMethod.Put, OrderPath(orderId, "tracking"), MiraklMapping.ToTracking(parcel, forShipment: false), MiraklJson.Default.MiraklTracking);
        var answer = await channel.SendAsync(tracking, SetTracking, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Put, OrderPath(orderId, "ship")), Ship, cancellationToken).ConfigureAwait(false);
        }

        var parcels = (IReadOnlyList<ItemOutcome<string>>)[new ItemOutcome<string>(parcel.TrackingNumber)];
        if (answer.IsSuccess)
        {
            return Outcome.Of(new OrderShipped(orderId, parcels));
        }

        if (!MiraklErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        var order = await FindOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return order is not null && IsShipped(order.State)
            ? Outcome.Of(new OrderShipped(orderId, parcels, WasAlreadyShipped: true))
            : Outcome.Refused<OrderShipped>(answer.Refusal(order is null ? RefusalCode.NotFound : RefusalCode.InvalidTransition));
    }

    private async Task<Outcome<OrderShipped>> ShipPartsAsync(ShipOrderRequest request, CancellationToken cancellationToken)
    {
        if (request.Parcels.Any(static parcel => parcel.Lines.Count == 0))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A parcel has no lines: Mirakl must be told what is in each of several parcels.", "Parcels.Lines");
        }

        // Shipments have no key: what was told before a lost answer is recognised by its tracking number.
        var known = await KnownTrackingAsync(request.OrderId, cancellationToken).ConfigureAwait(false);
        var fresh = request.Parcels.Where(parcel => !known.Contains(parcel.TrackingNumber)).ToList();
        if (fresh.Count == 0)
        {
            return Outcome.Of(new OrderShipped(
                request.OrderId, [.. request.Parcels.Select(static parcel => new ItemOutcome<string>(parcel.TrackingNumber))], WasAlreadyShipped: true));
        }

        var body = new MiraklShipments([.. fresh.Select(parcel => new MiraklShipment
        {
            OrderId = request.OrderId.Value,
            ShipmentLines = [.. parcel.Lines.Select(static line => new MiraklShipmentLine(line.LineId.Value, line.Quantity))],
            Tracking = MiraklMapping.ToTracking(parcel, forShipment: true),
        })]);
        var message = VendorJson.Request(HttpMethod.Post, "api/shipments", body, MiraklJson.Default.MiraklShipments);
        var answer = await channel.SendAsync(message, CreateShipments, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return answer.Status is 403 or 404
                ? Outcome.Refused<OrderShipped>(RefusalCode.NotSupported, "This operator has not switched multiple shipments on: ship the order in one parcel.", nameof(request.Parcels))
                : MiraklErrors.IsRefusal(answer) ? Outcome.Refused<OrderShipped>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        // Success and failure come side by side in an answer that says "created".
        var result = answer.ReadJson(MiraklJson.Default.MiraklShipmentAnswer);
        var done = (result.ShipmentSuccess ?? []).Select(static shipment => shipment.Tracking?.TrackingNumber).ToHashSet();
        var errors = result.ShipmentErrors ?? [];
        var doneCount = (result.ShipmentSuccess ?? []).Count;
        return Outcome.Of(new OrderShipped(request.OrderId,
        [
            .. request.Parcels.Select(parcel => errors.Count == 0 || known.Contains(parcel.TrackingNumber) || (doneCount > 0 && done.Contains(parcel.TrackingNumber))
                ? new ItemOutcome<string>(parcel.TrackingNumber)
                : new ItemOutcome<string>(parcel.TrackingNumber, new Refusal(RefusalCode.ExternalRejected, "mirakl refused: " + (errors[0].Message ?? "no reason given")))),
        ]));
    }

    private async Task<HashSet<string>> KnownTrackingAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var address = new QueryAddress("api/shipments").Add("order_id", orderId.Value).Add("limit", 100);
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, address.ToString()), ListShipments, cancellationToken).ConfigureAwait(false);
        if (answer.Status is 403 or 404)
        {
            return [];
        }

        return answer.IsSuccess
            ? [.. (answer.ReadJson(MiraklJson.Default.MiraklShipmentList).Data ?? []).Select(static shipment => shipment.Tracking?.TrackingNumber).OfType<string>()]
            : throw answer.Failure();
    }

    private static bool IsShipped(MarketplaceOrderState state) =>
        state == MarketplaceOrderState.Shipped || state == MarketplaceOrderState.Delivered || state == MarketplaceOrderState.Completed;

    private async Task<VendorAnswer> GetAsync(QueryAddress address, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, address.ToString()), operation, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer : throw answer.Failure();
    }
}
