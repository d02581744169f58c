using System.Text;
using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Commercial gestures, which are Octopia's refunds.</summary>
internal sealed partial class CdiscountMarketplaceClient
{
    private const string Other = "Other";
    private const string Additional = "additional";

    private static readonly VendorOperation GestureAmount = new("find-gesture-amount");
    private static readonly VendorOperation GestureConfiguration = new("read-gesture-configuration");
    private static readonly VendorOperation CreateGesture = new("create-gesture");
    private static readonly VendorOperation ListGestures = new("list-gestures");
    private static readonly VendorOperation FindGesture = new("find-gesture");

    public async Task<Money?> FindRefundableAmountAsync(MarketplaceOrderId orderId, CancellationToken cancellationToken = default) =>
        await FindOrderAsync(orderId, cancellationToken).ConfigureAwait(false) is { } order
            ? await AllowableAsync(order, cancellationToken).ConfigureAwait(false)
            : null;

    public async Task<string> ReadGestureConfigurationAsync(CancellationToken cancellationToken = default)
    {
        var address = new QueryAddress($"sales-channel-commercial-gesture-configurations/{Uri.EscapeDataString(options.SalesChannelId)}");
        var answer = await GetAsync(address, GestureConfiguration, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(answer.Body.Span);
    }

    public async Task<Outcome<OrderRefunded>> RefundOrderAsync(RefundOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((request.Check() ?? CheckRefund(request)) is { } mistake)
        {
            return Outcome.Refused<OrderRefunded>(mistake);
        }

        if (await FindOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return Outcome.Refused<OrderRefunded>(UnknownOrder(request.OrderId));
        }

        if (AmountOf(request, order, out var amount) is { } wrong)
        {
            return Outcome.Refused<OrderRefunded>(wrong);
        }

        var body = new CdiscountGestureRequest(
            request.OrderId.Value, request.VendorReason ?? Other, request.Note, amount.Amount);

        // Gestures have no key: one of the same amount, reason and note is this one, lost answer or not.
        if (!request.VendorFields.ContainsKey(Additional) && await FindGestureAsync(body, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return Outcome.Of(Refunded(new OrderRefunded(request.OrderId, [known.Id!]), known));
        }

        if (order.State != MarketplaceOrderState.Shipped && order.State != MarketplaceOrderState.PartiallyShipped && order.State != MarketplaceOrderState.Delivered)
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.InvalidTransition, $"The order {order.Id} is {order.VendorState}: gestures are for shipped orders; cancel it instead.", nameof(request.OrderId));
        }

        var allowable = await AllowableAsync(order, cancellationToken).ConfigureAwait(false);
        if (amount > allowable)
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.AmountExceeded, $"{amount} is more than the {allowable} that Octopia allows for the order {order.Id}.", nameof(request.Amount));
        }

        var message = VendorJson.Request(HttpMethod.Post, "order-commercial-gesture-requests", body, CdiscountJson.Default.CdiscountGestureRequest);
        var answer = await channel.SendAsync(message, CreateGesture, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return CdiscountErrors.IsRefusal(answer) ? Outcome.Refused<OrderRefunded>(CdiscountErrors.Refused(answer)) : throw answer.Failure();
        }

        // Whether the answer tells a number is not published; the list does.
        var id = CdiscountMapping.Text(Optional(answer, CdiscountJson.Default.CdiscountGesture)?.Id)
            ?? (await FindGestureAsync(body, cancellationToken).ConfigureAwait(false))?.Id;
        return Outcome.Of(new OrderRefunded(request.OrderId, id is null ? [] : [id]) { State = MarketplaceRequestState.Pending });
    }

    public async Task<OrderRefunded> GetRefundAsync(OrderRefunded refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (!refund.IsPending || refund.VendorIds is not [var id, ..])
        {
            return refund;
        }

        var address = new QueryAddress($"order-commercial-gesture-requests/{Uri.EscapeDataString(id)}");
        var answer = await GetAsync(address, FindGesture, cancellationToken).ConfigureAwait(false);
        var gesture = answer.ReadJson(CdiscountJson.Default.CdiscountGesture);
        return string.IsNullOrEmpty(gesture.Status) ? throw answer.Malformed("status is missing") : Refunded(refund, gesture);
    }

    private static OrderRefunded Refunded(OrderRefunded refund, CdiscountGesture gesture)
    {
        var state = CdiscountStates.OfRequest(gesture.Status);
        return refund with
        {
            State = state,
            Failure = state == MarketplaceRequestState.Failed
                ? new Refusal(RefusalCode.ExternalRejected, $"cdiscount did not grant the gesture: it is {gesture.Status}.") { VendorCode = gesture.Status }
                : null,
        };
    }

    private static Refusal? CheckRefund(RefundOrderRequest request)
    {
        if (request.VendorFields.Any(static field => field.Key != Additional || field.Value != "true"))
        {
            return NoVendorFields();
        }

        if (request.ReturnId is not null)
        {
            return new Refusal(RefusalCode.NotSupported, "Octopia has no returns of a seller's goods: give Amount.") { Field = nameof(request.ReturnId) };
        }

        if (request.Lines.Any(static line => line.Goods is null && line.Shipping is null))
        {
            return new Refusal(RefusalCode.Validation, "A line has no amount: a gesture is an amount for the order, give Goods or Shipping.") { Field = nameof(request.Lines) };
        }

        if (request.Lines.Any(static line => line.Taxes.Count + line.ShippingTaxes.Count > 0))
        {
            return new Refusal(RefusalCode.NotSupported, "A line names taxes: a gesture holds its tax, leave them out.") { Field = nameof(request.Lines) };
        }

        return request.VendorReason is null or Other && string.IsNullOrWhiteSpace(request.Note)
            ? new Refusal(RefusalCode.Validation, "Note is empty: Octopia wants a text for a gesture of the reason Other.") { Field = nameof(request.Note) }
            : null;
    }

    private static Refusal? AmountOf(RefundOrderRequest request, MarketplaceOrder order, out Money amount)
    {
        var currency = order.Amounts!.Total.Currency;
        var parts = request.Lines.SelectMany(static line => new[] { line.Goods, line.Shipping }).Append(request.Amount).OfType<Money>().ToList();
        amount = Money.Zero(currency);
        if (parts.Exists(part => part.Currency != currency) || request.Lines.Any(line => order.Lines.All(known => known.Id != line.LineId)))
        {
            return new Refusal(RefusalCode.Validation, $"The order {order.Id} is in {currency} and has {order.Lines.Count} lines: give amounts in its currency, for its lines.") { Field = nameof(request.Amount) };
        }

        amount = parts.Aggregate(amount, static (sum, part) => sum + part);
        return amount.IsZero || amount != amount.Round()
            ? new Refusal(RefusalCode.Validation, $"{amount} is no amount to pay back: give more than zero, in whole cents.") { Field = nameof(request.Amount) }
            : null;
    }

    private async Task<Money> AllowableAsync(MarketplaceOrder order, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(new QueryAddress(OrderPath(order.Id, "/commercial-gestures-available-amounts")), GestureAmount, cancellationToken).ConfigureAwait(false);
        return answer.ReadJson(CdiscountJson.Default.CdiscountAllowable).AllowableAmount is { } amount
            ? new Money(amount, order.Amounts!.Total.Currency)
            : throw answer.Malformed("allowableAmount is missing");
    }

    private async Task<CdiscountGesture?> FindGestureAsync(CdiscountGestureRequest request, CancellationToken cancellationToken)
    {
        var address = new QueryAddress("order-commercial-gesture-requests").Add("orderId", request.OrderId).Add("limit", 1000);
        var answer = await GetAsync(address, ListGestures, cancellationToken).ConfigureAwait(false);
        return Items(answer, answer.ReadJson(CdiscountJson.Default.CdiscountGestures).Items)
            .LastOrDefault(known => known.Amount == request.Amount && known.Reason == request.Reason
                && (known.ReasonDetails is null || known.ReasonDetails == request.ReasonDetails)
                && !string.IsNullOrEmpty(known.Id) && (known.OrderId is null || known.OrderId == request.OrderId)
                && CdiscountStates.OfRequest(known.Status) != MarketplaceRequestState.Failed);
    }
}
