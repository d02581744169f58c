using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Talks to one operator's Mirakl: orders and shipping. Offers and messages are in the other parts.</summary>
internal sealed partial class MiraklMarketplaceClient(VendorChannel channel, MiraklMarketplaceOptions options) :
    IMiraklMarketplaceClient, IOrderAcceptance, IOrderCancellation, IOrderRefunds, IOfferReader, IOfferWriter, IOfferPreview, IMessagingClient, IMessageAttachments,
    IReturnsClient, IOrderDocuments, ICarrierDirectory
{
    private static readonly VendorOperation ListOrdersCall = new("list-orders");
    private static readonly VendorOperation Accept = new("accept-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation SetTracking = new("set-tracking") { IsSafeToRepeat = true };
    private static readonly VendorOperation Ship = new("ship-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation CreateShipments = new("create-shipments");
    private static readonly VendorOperation ListShipments = new("list-shipments");
    private static readonly VendorOperation Carriers = new("list-carriers");

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
            [MarketplaceFeature.MessageSending] = Support.Yes,
            [MarketplaceFeature.CarrierList] = Support.Yes,
            [MarketplaceFeature.OrderCancellation] = Support.Yes,
            [MarketplaceFeature.Refunds] = Support.Yes,
            [MarketplaceFeature.OfferWriting] = Support.Yes,
            [MarketplaceFeature.Returns] = Support.When("The operator must have switched returns on; others handle them as incidents."),
            [MarketplaceFeature.CancellationRequests] = Support.No("Mirakl has no requests of buyers to cancel: they write a message or open an incident."),
            [MarketplaceFeature.MessageAttachments] = Support.Yes,
            [MarketplaceFeature.ThreadUpdates] = Support.No("Conversations at Mirakl are neither closed nor marked as read by the API."),
            [MarketplaceFeature.ChannelPriceRemoval] = Support.No("A price import at Mirakl replaces all prices of an offer: leave the channel out of the next one."),
            [MarketplaceFeature.OfferPreview] = Support.Yes,
            [MarketplaceFeature.OrderDocuments] = Support.Yes,
            [MarketplaceFeature.Notifications] = Support.No("Mirakl pushes nothing to sellers: poll."),
            [MarketplaceFeature.NotificationReading] = Support.No("Mirakl pushes nothing to sellers: poll."),
            [MarketplaceFeature.NotificationSubscriptions] = Support.No("Mirakl pushes nothing to sellers: poll."),
        },
        ListsByChange = true,
        OrderPollInterval = TimeSpan.FromMinutes(5),
        HasAsynchronousImports = true,
        Recovery = new Dictionary<string, LostAnswerRecovery>
        {
            ["ship-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["create-shipments"] = LostAnswerRecovery.LookUpByReference,
            ["send-message"] = LostAnswerRecovery.LookUpByReference,
            ["cancel-order"] = LostAnswerRecovery.RepeatIsSafe,
            ["cancel-lines"] = LostAnswerRecovery.None,
            ["refund-order"] = LostAnswerRecovery.None,
            ["import-stock"] = LostAnswerRecovery.RepeatIsSafe,
            ["import-prices"] = LostAnswerRecovery.RepeatIsSafe,
            ["import-offers"] = LostAnswerRecovery.RepeatIsSafe,
            ["decide-returns"] = LostAnswerRecovery.RepeatIsSafe,
            ["upload-document"] = LostAnswerRecovery.None,
        },
    };

    public Paged<MarketplaceOrder> ListOrders(OrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);

        // A state that Mirakl has no code for, such as refunded, is looked for here.
        var hasCodes = query.States.All(static state => MiraklStates.Codes(state).Any());
        return new Paged<MarketplaceOrder>(async (token, cancellationToken) =>
        {
            var offset = token is null ? 0 : int.Parse(token.Value.Value, CultureInfo.InvariantCulture);
            var address = new QueryAddress("api/orders")
                .Add("start_update_date", Date(query.ChangedSince))
                .Add("end_update_date", Date(query.ChangedUntil))
                .Add("start_date", Date(query.CreatedSince))
                .Add("end_date", Date(query.CreatedUntil))
                .Add("order_state_codes", query.States.Count == 0 || !hasCodes ? null : string.Join(',', query.States.SelectMany(MiraklStates.Codes)))
                .Add("shop_id", options.ShopId)
                .Add("max", query.PageSize)
                .Add("offset", offset);
            var answer = await GetAsync(address, ListOrdersCall, cancellationToken).ConfigureAwait(false);
            var page = answer.ReadJson(MiraklJson.Default.MiraklOrders);
            var orders = answer.Map(page, body => (IReadOnlyList<MarketplaceOrder>)
                [.. (body.Orders ?? throw new FormatException("orders")).Select(MiraklMapping.FromOrder)]);
            if (query.IncludeRaw)
            {
                orders = answer.WithRaw("orders", orders, static (order, raw) => order with { Raw = raw });
            }

            // What one page does not hold starts right after it; a page shorter than asked for is not the last one by itself.
            var next = offset + orders.Count;
            return new Page<MarketplaceOrder>(
                hasCodes ? orders : [.. orders.Where(order => query.States.Contains(order.State))],
                orders.Count > 0 && next < (page.TotalCount ?? next) ? new ContinuationToken(next.ToString(CultureInfo.InvariantCulture)) : null,
                hasCodes ? page.TotalCount : null);
        });
    }

    public Task<MarketplaceOrder?> FindOrderAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) =>
        WithOrderAsync(orderId, static order => order is null ? null : MiraklMapping.FromOrder(order), cancellationToken);

    public async Task<Outcome<OrderDecided>> DecideOrderAsync(OrderDecision request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderDecided>(NoVendorFields());
        }

        if (request.AcceptedLines.Count + request.RefusedLines.Count == 0)
        {
            return Outcome.Refused<OrderDecided>(RefusalCode.Validation, "AcceptedLines and RefusedLines are empty: decide every line that waits.", nameof(request.AcceptedLines));
        }

        var body = new MiraklAcceptance(
        [
            .. request.AcceptedLines.Select(static line => new MiraklLineAcceptance(line.Value, true)),
            .. request.RefusedLines.Select(static line => new MiraklLineAcceptance(line.Value, false)),
        ]);
        var message = VendorJson.Request(HttpMethod.Put, WithShop(OrderPath(request.OrderId, "accept")), body, MiraklJson.Default.MiraklAcceptance);
        var answer = await channel.SendAsync(message, Accept, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return Outcome.Of(Decided(request, before: null));
        }

        if (!MiraklErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        if (answer.Error.Code is not (null or "ORDER_INVALID_STATE"))
        {
            return Outcome.Refused<OrderDecided>(answer.Refusal(answer.Error.Code == "ORDER_NOT_FOUND" ? RefusalCode.NotFound : RefusalCode.ExternalRejected));
        }

        // A second decision is refused by state: done, if the order has moved past the decision, and the way that is asked for.
        var order = await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false);
        return order is not null && IsDecided(order.State, request.AcceptedLines.Count > 0)
            ? Outcome.Of(Decided(request, order))
            : Outcome.Refused<OrderDecided>(answer.Refusal(order is null ? RefusalCode.NotFound : RefusalCode.InvalidTransition));
    }

    public Task<Outcome<OrderShipped>> ShipOrderAsync(ShipOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Task.FromResult(Outcome.Refused<OrderShipped>(NoVendorFields()));
        }

        return request.Parcels is [{ Lines.Count: 0 } only]
            ? ShipWholeAsync(request.OrderId, only, cancellationToken)
            : ShipPartsAsync(request, cancellationToken);
    }

    public async Task<IReadOnlyList<MarketplaceCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync(new QueryAddress("api/shipping/carriers").Add("shop_id", options.ShopId), Carriers, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(MiraklJson.Default.MiraklCarriers), body => (IReadOnlyList<MarketplaceCarrier>)
        [
            .. (body.Carriers ?? throw new FormatException("carriers")).Where(static carrier => carrier.Code is not null)
                .Select(static carrier => new MarketplaceCarrier(carrier.Code!, carrier.Label ?? carrier.Code!, carrier.StandardCode, carrier.TrackingUrl)),
        ]);
    }

    private static Refusal NoVendorFields() =>
        new(RefusalCode.NotSupported, "VendorFields is not empty: this client sends none to Mirakl, leave them out.") { Field = "VendorFields" };

    // A decision is taken as a whole; one that had been taken before may have been another one for some of the lines.
    private static OrderDecided Decided(OrderDecision request, MarketplaceOrder? before) => new(request.OrderId, WasAlreadyDecided: before is not null)
    {
        Lines =
        [
            .. request.AcceptedLines.Select(line => Decided(line, accepted: true, before)),
            .. request.RefusedLines.Select(line => Decided(line, accepted: false, before)),
        ],
    };

    private static ItemOutcome<MarketplaceOrderLineId> Decided(MarketplaceOrderLineId id, bool accepted, MarketplaceOrder? before)
    {
        var state = before?.Lines.FirstOrDefault(line => line.Id == id)?.VendorState;
        return state is null || accepted != (state is "REFUSED" or "CANCELED")
            ? new ItemOutcome<MarketplaceOrderLineId>(id)
            : new ItemOutcome<MarketplaceOrderLineId>(id, new Refusal(RefusalCode.InvalidTransition, $"The line {id} was decided the other way: it is {state}."));
    }

    private static string? Date(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string OrderPath(MarketplaceOrderId orderId, string action) => $"api/orders/{Uri.EscapeDataString(orderId.Value)}/{action}";

    /// <summary>One parcel with everything: tracking first, then shipped. Many operators refuse the other order.</summary>
    private async Task<Outcome<OrderShipped>> ShipWholeAsync(MarketplaceOrderId orderId, MarketplaceParcel parcel, CancellationToken cancellationToken)
    {
        VendorAnswer? told = null;
        if (parcel.TrackingNumber is not null)
        {
            var tracking = VendorJson.Request(
                HttpMethod.Put, WithShop(OrderPath(orderId, "tracking")), MiraklMapping.ToTracking(parcel, forShipment: false), MiraklJson.Default.MiraklTracking);
            told = await channel.SendAsync(tracking, SetTracking, cancellationToken).ConfigureAwait(false);
        }

        var answer = told;
        if (answer is null or { IsSuccess: true })
        {
            var ship = new HttpRequestMessage(HttpMethod.Put, WithShop(OrderPath(orderId, "ship")));
            answer = await channel.SendAsync(ship, Ship, cancellationToken).ConfigureAwait(false);
        }

        var parcels = (IReadOnlyList<ItemOutcome<string>>)[new ItemOutcome<string>(parcel.Key)];
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

        if (request.Parcels.Any(static parcel => parcel.TrackingNumber is null))
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "A parcel has no tracking number: by it Mirakl's shipments are told apart.", "Parcels.TrackingNumber");
        }

        if (request.Parcels.DistinctBy(static parcel => parcel.TrackingNumber).Count() != request.Parcels.Count)
        {
            return Outcome.Refused<OrderShipped>(
                RefusalCode.Validation, "Two parcels have the same tracking number: by it Mirakl's shipments are told apart.", "Parcels.TrackingNumber");
        }

        // Shipments have no key: what was told before a lost answer is recognised by its tracking number, so nothing is told unseen.
        if (await KnownTrackingAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } known)
        {
            return NoSeveralParcels();
        }

        var fresh = request.Parcels.Where(parcel => !known.Contains(parcel.TrackingNumber!)).ToList();
        if (fresh.Count == 0)
        {
            return Outcome.Of(new OrderShipped(
                request.OrderId, [.. request.Parcels.Select(static parcel => new ItemOutcome<string>(parcel.Key))], WasAlreadyShipped: true));
        }

        var body = new MiraklShipments([.. fresh.Select(parcel => new MiraklShipment
        {
            OrderId = request.OrderId.Value,
            ShipmentLines = [.. parcel.Lines.Select(static line => new MiraklShipmentLine(line.LineId.Value, line.Quantity))],
            Tracking = MiraklMapping.ToTracking(parcel, forShipment: true),
        })]);
        var message = VendorJson.Request(HttpMethod.Post, WithShop("api/shipments"), body, MiraklJson.Default.MiraklShipments);
        var answer = await channel.SendAsync(message, CreateShipments, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return answer.Status is 403 or 404
                ? NoSeveralParcels()
                : MiraklErrors.IsRefusal(answer) ? Outcome.Refused<OrderShipped>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        // Success and failure come side by side in an answer that says "created".
        var result = answer.ReadJson(MiraklJson.Default.MiraklShipmentAnswer);
        var (created, errors) = (result.ShipmentSuccess ?? [], result.ShipmentErrors ?? []);
        if (errors.Count == 0 && created.Count < fresh.Count)
        {
            throw answer.Malformed($"{fresh.Count} shipments were told, {created.Count} are answered");
        }

        return Outcome.Of(new OrderShipped(request.OrderId, ParcelOutcomes(request.Parcels, fresh, created, errors)));
    }

    private static IReadOnlyList<ItemOutcome<string>> ParcelOutcomes(
        IReadOnlyList<MarketplaceParcel> parcels,
        IReadOnlyList<MarketplaceParcel> fresh,
        IReadOnlyList<MiraklShipmentDone> created,
        IReadOnlyList<MiraklShipmentError> errors)
    {
        var done = created.Select(static shipment => shipment.Tracking?.TrackingNumber).ToHashSet();
        var refused = errors.Count == 0 ? [] : fresh.Select(static parcel => parcel.TrackingNumber).Where(number => !done.Contains(number)).ToList();

        // An error names the order, not the parcel: as many as there are parcels refused stand in their order, others for all of them.
        var all = string.Join(' ', errors.Select(static error => error.Message ?? "no reason given").Distinct());
        return
        [
            .. parcels.Select(parcel => refused.IndexOf(parcel.TrackingNumber) is var at and >= 0
                ? new ItemOutcome<string>(parcel.Key, new Refusal(
                    RefusalCode.ExternalRejected, "mirakl refused: " + (errors.Count == refused.Count ? errors[at].Message ?? "no reason given" : all)))
                : new ItemOutcome<string>(parcel.Key)),
        ];
    }

    private static Outcome<OrderShipped> NoSeveralParcels() => Outcome.Refused<OrderShipped>(
        RefusalCode.NotSupported, "This operator has not switched multiple shipments on: ship the order in one parcel.", nameof(ShipOrderRequest.Parcels));

    /// <summary>Reads what is shipped already; nothing where the operator has no shipments, or does not show them to this key.</summary>
    private async Task<HashSet<string>?> KnownTrackingAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>();
        string? token = null;
        var address = new QueryAddress("api/shipments").Add("order_id", orderId.Value).Add("shop_id", options.ShopId).Add("limit", 100);
        while (true)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address.ToString());
            var answer = await channel.SendAsync(request, ListShipments, cancellationToken).ConfigureAwait(false);
            if (answer.Status is 403 or 404)
            {
                return null;
            }

            if (!answer.IsSuccess)
            {
                throw answer.Failure();
            }

            var page = answer.ReadJson(MiraklJson.Default.MiraklShipmentList);
            known.UnionWith((page.Data ?? throw answer.Malformed("the shipments are missing"))
                .Where(static shipment => shipment.Status != "CANCELED")
                .Select(static shipment => shipment.Tracking?.TrackingNumber).OfType<string>());
            if (string.IsNullOrEmpty(page.NextPageToken))
            {
                return known;
            }

            token = page.NextPageToken != token ? page.NextPageToken : throw answer.Malformed("the next page is this page again");
            address = new QueryAddress("api/shipments").Add("page_token", token);
        }
    }

    private static bool IsDecided(MarketplaceOrderState state, bool accepted) => accepted
        ? state != MarketplaceOrderState.PendingPayment && state != MarketplaceOrderState.AwaitingAcceptance && state != MarketplaceOrderState.Cancelled
        : state == MarketplaceOrderState.Cancelled;

    private static bool IsShipped(MarketplaceOrderState state) =>
        state == MarketplaceOrderState.Shipped || state == MarketplaceOrderState.Delivered || state == MarketplaceOrderState.Completed;

    private async Task<VendorAnswer> GetAsync(QueryAddress address, VendorOperation operation, CancellationToken cancellationToken)
    {
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, address.ToString()), operation, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer : throw answer.Failure();
    }
}
