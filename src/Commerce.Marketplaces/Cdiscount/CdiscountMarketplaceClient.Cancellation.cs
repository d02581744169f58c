using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

internal sealed partial class CdiscountMarketplaceClient
{
    private const string ShippingRefund = "shippingCostRefund";

    private static readonly VendorOperation Reasons = new("list-cancellation-reasons");
    private static readonly VendorOperation CancelOrder = new("cancel-order");
    private static readonly VendorOperation CancelLines = new("cancel-lines");
    private static readonly VendorOperation ListCancellations = new("list-cancellations");

    public async Task<IReadOnlyList<CdiscountCancellationReason>> ListCancellationReasonsAsync(
        string vendorState, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(vendorState);
        var address = new QueryAddress("cancellation-reasons")
            .Add("salesChannel", options.SalesChannelId).Add("userType", CdiscountStates.Seller).Add("orderStatus", vendorState);
        var answer = await GetAsync(address, Reasons, cancellationToken).ConfigureAwait(false);
        return answer.Map(answer.ReadJson(CdiscountJson.Default.CdiscountReasons), static body => (IReadOnlyList<CdiscountCancellationReason>)
        [
            .. (body.Items ?? throw new FormatException("items"))
                .Select(static reason => new CdiscountCancellationReason(CdiscountMapping.Needed(reason.Reason, "reason"), reason.Label)),
        ]);
    }

    public async Task<Outcome<OrderCancelled>> CancelOrderAsync(CancelOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (CheckCancellation(request, out var refundsShipping) is { } mistake)
        {
            return Outcome.Refused<OrderCancelled>(mistake);
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderCancelled>(UnknownOrder(request.OrderId));
        }

        var (wire, order) = found;
        var ids = request.Lines.Count > 0 ? request.Lines.Select(static line => line.LineId).ToHashSet() : [.. order.Lines.Select(static line => line.Id)];
        if (CheckLines(request, order) is { } wrong)
        {
            return Outcome.Refused<OrderCancelled>(wrong);
        }

        if (order.State == MarketplaceOrderState.Cancelled || order.Lines.Where(line => ids.Contains(line.Id)).All(static line => line.CancelledQuantity > 0))
        {
            return Outcome.Of(new OrderCancelled(request.OrderId, []) { Lines = LinesOf(ids, order, null) });
        }

        if (order.State == MarketplaceOrderState.AwaitingAcceptance)
        {
            return Outcome.Refused<OrderCancelled>(
                RefusalCode.InvalidTransition, $"The order {order.Id} waits for acceptance: refuse it instead of cancelling it.", nameof(request.OrderId));
        }

        // Requests have no key: one that is there already, lost answer or not, is this one.
        var known = await KnownCancellationsAsync(request, ids, cancellationToken).ConfigureAwait(false);
        if (known.Count > 0)
        {
            return Outcome.Of(new OrderCancelled(request.OrderId, known) { State = MarketplaceRequestState.Pending, Lines = LinesOf(ids, order, null) });
        }

        var reasons = await ListCancellationReasonsAsync(order.VendorState, cancellationToken).ConfigureAwait(false);
        if (ReasonOf(request, reasons) is not { } reason)
        {
            return Outcome.Refused<OrderCancelled>(
                RefusalCode.Validation,
                WireText.Cut(
                    $"Octopia has no reason {request.VendorReason ?? request.Reason.Value} for an order that is {order.VendorState}: "
                        + $"give one of {string.Join(", ", reasons.Select(static known => known.Code))}.",
                    1000),
                nameof(request.VendorReason));
        }

        var (message, operation) = request.Lines.Count == 0
            ? (VendorJson.Request(
                HttpMethod.Post, "order-cancellation-requests", Whole(request, reason, refundsShipping ?? true), CdiscountJson.Default.CdiscountCancellation), CancelOrder)
            : (VendorJson.Request(
                HttpMethod.Post,
                "order-partial-cancellation-requests",
                Partial(request, wire, reason, refundsShipping),
                CdiscountJson.Default.CdiscountPartialCancellation), CancelLines);
        var answer = await channel.SendAsync(message, operation, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return answer.Status == 403 || IsOfOtherChannels(answer) ? Outcome.Refused<OrderCancelled>(answer.Refusal(RefusalCode.NotSupported))
                : CdiscountErrors.IsRefusal(answer) ? Outcome.Refused<OrderCancelled>(CdiscountErrors.Refused(answer))
                : throw answer.Failure();
        }

        var id = IdOf(Optional(answer, CdiscountJson.Default.CdiscountCancellationState));
        return Outcome.Of(new OrderCancelled(request.OrderId, id is null ? [] : [id]) { State = MarketplaceRequestState.Pending, Lines = LinesOf(ids, order, null) });
    }

    public async Task<OrderCancelled> GetCancellationAsync(OrderCancelled cancellation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cancellation);
        if (!cancellation.IsPending)
        {
            return cancellation;
        }

        var order = await FindOrderAsync(cancellation.OrderId, cancellationToken).ConfigureAwait(false)
            ?? throw new CommerceException(CommerceErrorKind.NotFound, $"Octopia does not know the order {cancellation.OrderId} any more.")
            {
                Vendor = "cdiscount", Operation = FindOrder.Name,
            };
        var ids = cancellation.Lines.Select(static line => line.Key).ToHashSet();
        if (order.State == MarketplaceOrderState.Cancelled || order.Lines.Where(line => ids.Contains(line.Id)).All(static line => line.CancelledQuantity > 0))
        {
            return cancellation with { State = MarketplaceRequestState.Done, Lines = LinesOf(ids, order, null) };
        }

        var address = new QueryAddress("order-cancellation-requests").Add("orderSellerId", cancellation.OrderId.Value)
            .Add("cancellationRequestId", cancellation.VendorIds is [var only] ? only : null)
            .Add("salesChannel", options.SalesChannelId).Add("pageIndex", 1).Add("pageSize", 100);
        var answer = await GetAsync(address, ListCancellations, cancellationToken).ConfigureAwait(false);
        var requests = Items(answer, answer.ReadJson(CdiscountJson.Default.CdiscountCancellations).Items)
            .Where(found => cancellation.VendorIds.Count == 0 || (IdOf(found) is { } id && cancellation.VendorIds.Contains(id)))
            .Select(static found => (found.Status, State: CdiscountStates.OfRequest(found.Status))).ToList();
        if (requests.Count == 0 || requests.Exists(static found => found.State == MarketplaceRequestState.Pending))
        {
            return cancellation;
        }

        var failed = requests.Find(static found => found.State == MarketplaceRequestState.Failed);
        var refusal = failed.Status is null ? null : new Refusal(RefusalCode.ExternalRejected, $"cdiscount did not cancel: the request is {failed.Status}.") { VendorCode = failed.Status };
        return cancellation with
        {
            State = refusal is null ? MarketplaceRequestState.Done : MarketplaceRequestState.Failed, Failure = refusal, Lines = LinesOf(ids, order, refusal),
        };
    }

    private static string? IdOf(CdiscountCancellationState? state) => CdiscountMapping.Text(state?.CancellationRequestId) ?? CdiscountMapping.Text(state?.Id);

    // Older documents say that Cdiscount, other than Octopia's other channels, takes cancellations through its first API only.
    private static bool IsOfOtherChannels(VendorAnswer answer) => answer.Status == 400 && answer.Error.Message is { } message
        && (message.Contains("not supported", StringComparison.OrdinalIgnoreCase)
            || message.Contains("not available", StringComparison.OrdinalIgnoreCase)
            || message.Contains("sales channel", StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<ItemOutcome<MarketplaceOrderLineId>> LinesOf(HashSet<MarketplaceOrderLineId> ids, MarketplaceOrder order, Refusal? refusal) =>
    [
        .. order.Lines.Where(line => ids.Contains(line.Id))
            .Select(line => new ItemOutcome<MarketplaceOrderLineId>(line.Id, line.CancelledQuantity > 0 ? null : refusal)),
    ];

    private static string? ReasonOf(CancelOrderRequest request, IReadOnlyList<CdiscountCancellationReason> reasons) => request.VendorReason is { } own
        ? reasons.FirstOrDefault(reason => reason.Code == own)?.Code
        : request.Reason == CancellationReason.OutOfStock
            ? reasons.FirstOrDefault(static reason => reason.Code.Contains("out-of-stock", StringComparison.OrdinalIgnoreCase))?.Code
            : null;

    private static Refusal? CheckLines(CancelOrderRequest request, MarketplaceOrder order)
    {
        foreach (var asked in request.Lines)
        {
            var line = order.Lines.FirstOrDefault(known => known.Id == asked.LineId);
            if (line is null || (asked.Quantity is { } quantity && quantity != line.Quantity) || asked.Goods is not null || asked.Taxes.Count + asked.ShippingTaxes.Count > 0)
            {
                return new Refusal(
                    RefusalCode.Validation,
                    line is null
                        ? $"The order {order.Id} has no line {asked.LineId}."
                        : $"The line {asked.LineId} is cancelled whole: give no other quantity than {line.Quantity}, no amount of goods and no taxes.") { Field = nameof(request.Lines) };
            }
        }

        return null;
    }

    private static CdiscountPartialCancellation Partial(CancelOrderRequest request, CdiscountOrder order, string reason, bool? refundsShipping) => new(
        request.OrderId.Value,
        [
            .. request.Lines.Select(asked => new CdiscountCancelledLine(
                asked.LineId.Value,
                order.Lines!.First(line => line.OrderLineId == asked.LineId.Value).Offer?.Id,
                reason,
                refundsShipping ?? asked.Shipping is { IsZero: false })),
        ]);

    private CdiscountCancellation Whole(CancelOrderRequest request, string reason, bool refundsShipping) => new()
    {
        OrderSellerId = options.CancellationField == CdiscountCancellationField.OrderSellerId ? request.OrderId.Value : null,
        OrderId = options.CancellationField == CdiscountCancellationField.OrderId ? request.OrderId.Value : null,
        Reason = reason,
        ShippingCostRefund = refundsShipping,
    };

    private Refusal? CheckCancellation(CancelOrderRequest request, out bool? refundsShipping)
    {
        refundsShipping = null;
        if (request.VendorFields.Keys.Any(static name => name != ShippingRefund))
        {
            return NoVendorFields();
        }

        if (request.VendorFields.TryGetValue(ShippingRefund, out var text))
        {
            if (!bool.TryParse(text, out var refunds))
            {
                return new Refusal(RefusalCode.Validation, $"The vendor field {ShippingRefund} is true or false.") { Field = "VendorFields" };
            }

            refundsShipping = refunds;
        }

        return request.Lines.Count > 0 || options.CancellationField is not null ? null : new Refusal(
            RefusalCode.NotSupported,
            "CancellationField is not set, and Octopia's sources contradict each other: OrderSellerId sends {\"orderSellerId\":\"…\"}, OrderId sends {\"orderId\":\"…\"}. Choose one in the options.")
        {
            Field = nameof(options.CancellationField),
        };
    }

    private async Task<IReadOnlyList<string>> KnownCancellationsAsync(
        CancelOrderRequest request, HashSet<MarketplaceOrderLineId> ids, CancellationToken cancellationToken)
    {
        var address = new QueryAddress("order-cancellation-requests").Add("orderSellerId", request.OrderId.Value)
            .Add("salesChannel", options.SalesChannelId).Add("pageIndex", 1).Add("pageSize", 100);
        var answer = await channel.SendAsync(new HttpRequestMessage(HttpMethod.Get, address.ToString()), ListCancellations, cancellationToken).ConfigureAwait(false);
        if (answer.Status is 403 or 404)
        {
            // Nothing to look at for this account; whether a request is taken, its own answer says.
            return [];
        }

        var open = Items(answer, Good(answer).ReadJson(CdiscountJson.Default.CdiscountCancellations).Items)
            .Where(static found => CdiscountStates.OfRequest(found.Status) != MarketplaceRequestState.Failed && IdOf(found) is not null).ToList();
        var same = request.Lines.Count == 0
            ? open.Where(static found => CdiscountMapping.Text(found.LineId) is null).ToList()
            : open.Where(found => found.LineId is { Length: > 0 } line && ids.Contains(new MarketplaceOrderLineId(line))).ToList();
        return request.Lines.Count == 0 || ids.All(id => same.Exists(found => found.LineId == id.Value)) ? [.. same.Select(static found => IdOf(found)!).Distinct()] : [];
    }
}
