using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

internal sealed partial class EbayMarketplaceClient
{
    private const int MaxComment = 100;
    private const string ReturnPrefix = "return:";

    private static readonly VendorOperation RefundOrder = new("refund-order");
    private static readonly VendorOperation RefundReturn = new("refund-return");

    public async Task<Outcome<OrderRefunded>> RefundOrderAsync(RefundOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Check() is { } wrong)
        {
            return Outcome.Refused<OrderRefunded>(wrong);
        }

        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderRefunded>(NoVendorFields());
        }

        if (request.Note?.Length > MaxComment)
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.Validation, $"Note has {request.Note.Length} characters: eBay takes {MaxComment} with a refund.", nameof(request.Note));
        }

        if (request.ReturnId is { } returnId)
        {
            return await RefundReturnAsync(request, returnId, cancellationToken).ConfigureAwait(false);
        }

        var items = new List<EbayRefundItem>();
        if (request.Lines.Count > 0)
        {
            var prices = new Dictionary<MarketplaceOrderLineId, MarketplaceOrderLine>();
            if (request.Lines.Any(static line => line.Goods is null && line.Shipping is null))
            {
                if (await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } order)
                {
                    return Outcome.Refused<OrderRefunded>(UnknownOrder(request.OrderId));
                }

                prices = order.Lines.ToDictionary(static line => line.Id);
            }

            foreach (var line in request.Lines)
            {
                if (AmountOf(line, prices.GetValueOrDefault(line.LineId)) is not { Amount: > 0 } amount)
                {
                    return Outcome.Refused<OrderRefunded>(
                        RefusalCode.Validation, $"The line {line.LineId} has no amount above zero, and the order has none for it.", nameof(request.Lines));
                }

                items.Add(new EbayRefundItem(line.LineId.Value, EbayMapping.Money(amount)));
            }
        }

        if (request.Lines.SelectMany(static line => (Money?[])[line.Goods, line.Shipping]).Append(request.Amount).Any(static amount => amount is { } money && money.Round() != money))
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.Validation, "An amount has more decimals than its currency: eBay takes at most two.", nameof(request.Amount));
        }

        var body = new EbayRefundInput
        {
            ReasonForRefund = request.VendorReason ?? EbayCodes.RefundReasonOf(request.Reason),
            Comment = request.Note,
            RefundItems = items.Count == 0 ? null : items,
            OrderLevelRefundAmount = request.Amount is { } whole ? EbayMapping.Money(whole) : null,
        };
        var address = OrderPath(request.OrderId, "/issue_refund");
        var answer = await SendAsync(() => Post(address, body, EbayJson.Default.EbayRefundInput, isSigned: true), RefundOrder, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return Refused<OrderRefunded>(answer);
        }

        var refund = answer.ReadJson(EbayJson.Default.EbayRefunded);
        return string.IsNullOrEmpty(refund.RefundId)
            ? throw answer.Malformed("refundId is missing")
            : Outcome.Of(Refunded(request.OrderId, refund.RefundId, EbayStates.OfRefund(refund.RefundStatus)) with
            {
                Lines = [.. request.Lines.Select(static line => new ItemOutcome<MarketplaceOrderLineId>(line.LineId))],
            });
    }

    public async Task<OrderRefunded> GetRefundAsync(OrderRefunded refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (refund.VendorIds is [{ } first, ..] && first.StartsWith(ReturnPrefix, StringComparison.Ordinal))
        {
            var found = await ReadReturnAsync(new MarketplaceReturnId(first[ReturnPrefix.Length..]), cancellationToken).ConfigureAwait(false);
            return found?.Return.Status is "CLOSED" or "LESS_THAN_A_FULL_REFUND_ISSUED" ? refund with { State = MarketplaceRequestState.Done } : refund;
        }

        var known = await ReadRefundsAsync(refund.OrderId, cancellationToken).ConfigureAwait(false);
        if (known.FirstOrDefault(known => refund.VendorIds.Contains(known.Id)) is not { } told)
        {
            // eBay lists a refund some time after it took it.
            return refund;
        }

        return Refunded(refund.OrderId, told.Id, told.State) with { Lines = refund.Lines };
    }

    public async Task<IReadOnlyList<EbayRefund>> ListRefundsAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) =>
        await ReadRefundsAsync(orderId, cancellationToken).ConfigureAwait(false);

    private static OrderRefunded Refunded(MarketplaceOrderId orderId, string id, MarketplaceRequestState state) => new(orderId, [id])
    {
        State = state,
        Failure = state == MarketplaceRequestState.Failed ? new Refusal(RefusalCode.ExternalRejected, $"ebay refused: the refund {id} failed.") : null,
    };

    private static Money? AmountOf(LineAmount line, MarketplaceOrderLine? known)
    {
        var goods = line.Goods ?? (line.Shipping is null && known?.UnitPrice is { } price ? (price * line.Quantity!.Value).Round() : null);
        var parts = ((Money?[])[goods, line.Shipping]).OfType<Money>().Concat(line.Taxes.Values).Concat(line.ShippingTaxes.Values).ToList();
        return parts.Count == 0 ? null : parts.Aggregate(static (sum, part) => sum + part);
    }

    private async Task<List<EbayRefund>> ReadRefundsAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken)
    {
        if (await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return [];
        }

        return found.Answer.Map(found.Order, static order => (List<EbayRefund>)
        [
            .. (order.PaymentSummary?.Refunds ?? []).Select(static refund => FromRefund(refund, null)),

            // A refund of a line has no state: eBay lists it there once it is paid.
            .. (order.LineItems ?? []).SelectMany(static line => (line.Refunds ?? []).Select(refund => FromRefund(refund with { RefundStatus = refund.RefundStatus ?? "REFUNDED" }, line.LineItemId))),
        ]);
    }

    private static EbayRefund FromRefund(EbayOrderRefund refund, string? line) => new()
    {
        Id = EbayMapping.Needed(refund.RefundId, "refunds.refundId"),
        LineId = line is null ? null : new MarketplaceOrderLineId(line),
        Amount = EbayMapping.Money(refund.Amount),
        At = refund.RefundDate,
        State = EbayStates.OfRefund(refund.RefundStatus),
    };

    /// <summary>Money that belongs to a return goes back through the return: eBay refuses it at the order as long as one is open.</summary>
    private async Task<Outcome<OrderRefunded>> RefundReturnAsync(RefundOrderRequest request, MarketplaceReturnId returnId, CancellationToken cancellationToken)
    {
        List<EbayReturnRefundPart> parts = [];
        Money? total = request.Amount;
        if (request.Lines.Count > 0)
        {
            if (request.Lines.Any(static line => line.Goods is null && line.Shipping is null))
            {
                return Outcome.Refused<OrderRefunded>(
                    RefusalCode.Validation, "A line has no amount: eBay is told of money only when it settles a return.", nameof(request.Lines));
            }

            total = Sum(request.Lines.SelectMany(static line => (Money?[])[line.Goods, line.Shipping]));
            Add("PURCHASE_PRICE", Sum(request.Lines.Select(static line => line.Goods)));
            Add("ORIGINAL_SHIPPING", Sum(request.Lines.Select(static line => line.Shipping)));
        }
        else if (total is null)
        {
            if (await ReadReturnAsync(returnId, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return Outcome.Refused<OrderRefunded>(RefusalCode.NotFound, $"The return {returnId} is not known.", nameof(request.ReturnId));
            }

            total = found.Answer.Map(found.Return, static wire => EbayMapping.Money(wire.SellerTotalRefund?.EstimatedRefundAmount));
        }

        if (total is not { Amount: > 0 } whole)
        {
            return Outcome.Refused<OrderRefunded>(RefusalCode.Validation, $"The return {returnId} tells no amount: give Amount.", nameof(request.Amount));
        }

        if (parts.Count == 0)
        {
            Add("PURCHASE_PRICE", whole);
        }

        var body = new EbayReturnRefund
        {
            RefundDetail = new EbayReturnRefundDetail(parts, EbayMapping.Money(whole)),
            Comments = request.Note is { } note ? new EbayText(note) : null,
        };
        var address = $"{PostOrder}return/{Uri.EscapeDataString(returnId.Value)}/issue_refund";
        var answer = await SendAsync(
            () => Post(address, body, EbayJson.Default.EbayReturnRefund, EbayToken.PostOrder, isSigned: true), RefundReturn, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return Refused<OrderRefunded>(answer);
        }

        // What the answer holds is not established: any success is taken, and the return tells how it goes on.
        var state = answer.Body.Length == 0 ? MarketplaceRequestState.Pending : EbayStates.OfRefund(answer.ReadJson(EbayJson.Default.EbayRefundStatus).RefundStatus);
        return Outcome.Of(Refunded(request.OrderId, ReturnPrefix + returnId.Value, state));

        void Add(string type, Money? amount)
        {
            if (amount is { Amount: > 0 } money)
            {
                parts.Add(new EbayReturnRefundPart(type, EbayMapping.Money(money)));
            }
        }

        static Money? Sum(IEnumerable<Money?> amounts)
        {
            var given = amounts.OfType<Money>().ToList();
            return given.Count == 0 ? null : given.Aggregate(static (sum, part) => sum + part);
        }
    }
}
