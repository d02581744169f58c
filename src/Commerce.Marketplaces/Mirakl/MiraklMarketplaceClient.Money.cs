using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Cancelling and paying back. Source: Mirakl seller API, OR28, OR29, OR30, RE01, OR64.</summary>
internal sealed partial class MiraklMarketplaceClient
{
    private static readonly VendorOperation CancelOrder = new("cancel-order") { IsSafeToRepeat = true };
    private static readonly VendorOperation CancelLines = new("cancel-lines");
    private static readonly VendorOperation Refund = new("refund-order");
    private static readonly VendorOperation Reasons = new("list-reasons");
    private static readonly VendorOperation ResolveIncident = new("resolve-incident") { IsSafeToRepeat = true };

    public Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VendorFields.Count > 0)
        {
            return Task.FromResult(Outcome.Refused<OrderCancelled>(NoVendorFields()));
        }

        return request.Lines.Count == 0 ? CancelWholeAsync(request.OrderId, cancellationToken) : CancelLinesAsync(request, cancellationToken);
    }

    // Mirakl cancels while it answers: there is nothing to wait for.
    public Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        return Task.FromResult(cancellation);
    }

    public async Task<Outcome<OrderRefunded>> RefundOrderAsync(RefundOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Check() is { } objection)
        {
            return Outcome.Refused<OrderRefunded>(objection);
        }

        if (request.Lines.Count == 0)
        {
            return Outcome.Refused<OrderRefunded>(RefusalCode.NotSupported, "Mirakl pays back by line: give Lines.", nameof(request.Lines));
        }

        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderRefunded>(NoVendorFields());
        }

        var (parts, order, refusal) = await PartsAsync(request.OrderId, request.Lines, request.VendorReason, "REFUND", needsQuantity: false, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Outcome.Refused<OrderRefunded>(refusal);
        }

        var body = new MiraklRefunds(order!.OrderTaxMode, parts);
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Put, WithShop("api/orders/refund"), body, MiraklJson.Default.MiraklRefunds), Refund, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return MiraklErrors.IsRefusal(answer) ? Outcome.Refused<OrderRefunded>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(MiraklJson.Default.MiraklRefunds), told =>
        {
            var done = told.Refunds ?? throw new FormatException("refunds");
            return new OrderRefunded(request.OrderId, Numbers(done, static part => part.RefundId))
            {
                State = MarketplaceRequestState.Pending,
                Lines = Lines(request.Lines, done),
            };
        }));
    }

    public async Task<OrderRefunded> GetRefundAsync(OrderRefunded refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (!refund.IsPending)
        {
            return refund;
        }

        var isPaid = await WithOrderAsync(refund.OrderId, order => order is not null && IsPaid(order, refund), cancellationToken).ConfigureAwait(false);
        return isPaid ? refund with { State = MarketplaceRequestState.Done } : refund;
    }

    public async Task<IReadOnlyList<MiraklReason>> ListReasonsAsync(CancellationToken cancellationToken = default)
    {
        var answer = await GetAsync(new QueryAddress("api/reasons").Add("shop_id", options.ShopId), Reasons, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(MiraklJson.Default.MiraklReasons), body => (IReadOnlyList<MiraklReason>)
        [
            .. (body.Reasons ?? throw new FormatException("reasons")).Select(static reason => new MiraklReason(
                reason.Code ?? throw new FormatException("reasons.code"), reason.Label ?? reason.Code, reason.Type ?? "", reason.IsShopRight == true)),
        ]);
    }

    public async Task<Outcome<MarketplaceOrder>> ResolveIncidentAsync(
        MarketplaceOrderId orderId, MarketplaceOrderLineId lineId, string reasonCode, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reasonCode);
        var address = WithShop(OrderPath(orderId, $"lines/{Uri.EscapeDataString(lineId.Value)}/resolve_incident"));
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Put, address, new MiraklIncidentReason(reasonCode), MiraklJson.Default.MiraklIncidentReason), ResolveIncident, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess && !MiraklErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        // An incident that is resolved already is refused, and done.
        var order = await FindOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return order is not null && (answer.IsSuccess || order.Lines.FirstOrDefault(line => line.Id == lineId)?.VendorState is { } state and not "INCIDENT_OPEN")
            ? Outcome.Of(order)
            : Outcome.Refused<MarketplaceOrder>(answer.IsSuccess
                ? new Refusal(RefusalCode.NotFound, $"The order {orderId} is not known.") { Field = nameof(orderId) }
                : answer.Refusal(order is null ? RefusalCode.NotFound : RefusalCode.ExternalRejected));
    }

    private static IReadOnlyList<string> Numbers(IReadOnlyList<MiraklLinePart> done, Func<MiraklLinePart, string?> number) =>
        [.. done.Select(part => number(part) ?? throw new FormatException("refund_id or cancelation_id"))];

    private static bool IsPaid(MiraklOrder order, OrderRefunded refund)
    {
        var parts = (order.OrderLines ?? []).SelectMany(static line => line.Refunds ?? []).Where(part => part.Id is not null && refund.VendorIds.Contains(part.Id))
            .DistinctBy(static part => part.Id).ToList();
        return parts.Count == refund.VendorIds.Count && parts.TrueForAll(static part => part.State == "REFUNDED");
    }

    private static IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> Lines(IReadOnlyList<LineAmount> asked, IReadOnlyList<MiraklLinePart> done) =>
    [
        .. asked.Select(line => new ItemOutcome<MarketplaceOrderLineId>(
            line.LineId,
            done.Any(part => part.OrderLineId == line.LineId.Value)
                ? null
                : new Refusal(RefusalCode.ExternalRejected, $"mirakl told no outcome for the line {line.LineId}: read the order."))),
    ];

    private async Task<Outcome<OrderCancelled>> CancelWholeAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Put, WithShop(OrderPath(orderId, "cancel")));
        var answer = await channel.SendAsync(message, CancelOrder, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return Outcome.Of(new OrderCancelled(orderId, []));
        }

        if (!MiraklErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        var order = await FindOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return order?.State == MarketplaceOrderState.Cancelled
            ? Outcome.Of(new OrderCancelled(orderId, []))
            : Outcome.Refused<OrderCancelled>(answer.Refusal(order is null ? RefusalCode.NotFound : RefusalCode.InvalidTransition));
    }

    private async Task<Outcome<OrderCancelled>> CancelLinesAsync(CancelOrderRequest request, CancellationToken cancellationToken)
    {
        var (parts, order, refusal) = await PartsAsync(request.OrderId, request.Lines, request.VendorReason, "CANCELATION", needsQuantity: true, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Outcome.Refused<OrderCancelled>(refusal);
        }

        var body = new MiraklCancellations(order!.OrderTaxMode, parts);
        var answer = await channel.SendAsync(
            VendorJson.Request(HttpMethod.Put, WithShop("api/orders/cancel"), body, MiraklJson.Default.MiraklCancellations), CancelLines, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return MiraklErrors.IsRefusal(answer) ? Outcome.Refused<OrderCancelled>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(MiraklJson.Default.MiraklCancellations), told =>
        {
            var done = told.Cancelations ?? throw new FormatException("cancelations");
            return new OrderCancelled(request.OrderId, Numbers(done, static part => part.CancelationId)) { Lines = Lines(request.Lines, done) };
        }));
    }

    private async Task<(IReadOnlyList<MiraklLinePart> Parts, MiraklOrder? Order, Refusal? Refusal)> PartsAsync(
        MarketplaceOrderId orderId, IReadOnlyList<LineAmount> lines, string? reason, string type, bool needsQuantity, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ([], null, new Refusal(RefusalCode.Validation, $"VendorReason is empty: every operator has codes of its own, give one of the type {type} from ListReasonsAsync.")
            {
                Field = nameof(CancelOrderRequest.VendorReason),
            });
        }

        return await WithOrderAsync(orderId, order => Parts(order, orderId, lines, reason, needsQuantity), cancellationToken).ConfigureAwait(false);
    }

    private static (IReadOnlyList<MiraklLinePart> Parts, MiraklOrder? Order, Refusal? Refusal) Parts(
        MiraklOrder? order, MarketplaceOrderId orderId, IReadOnlyList<LineAmount> lines, string reason, bool needsQuantity)
    {
        if (order is null)
        {
            return ([], null, new Refusal(RefusalCode.NotFound, $"The order {orderId} is not known.") { Field = nameof(CancelOrderRequest.OrderId) });
        }

        var parts = lines.Select(line => MiraklAmounts.Of(line, order, reason, needsQuantity)).ToList();
        return parts.Find(static part => part.Refusal is not null).Refusal is { } refusal
            ? ([], null, refusal)
            : ([.. parts.Select(static part => part.Part!)], order, null);
    }

    private async Task<T> WithOrderAsync<T>(MarketplaceOrderId orderId, Func<MiraklOrder?, T> look, CancellationToken cancellationToken)
    {
        var address = new QueryAddress("api/orders").Add("order_ids", orderId.Value).Add("shop_id", options.ShopId).Add("max", 1);
        var answer = await GetAsync(address, ListOrdersCall, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(MiraklJson.Default.MiraklOrders), body => look((body.Orders ?? throw new FormatException("orders")) is [var order, ..] ? order : null));
    }
}
