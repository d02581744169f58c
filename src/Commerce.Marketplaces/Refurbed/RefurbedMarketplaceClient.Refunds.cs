using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>
/// Paying back. Refurbed is told what the buyer should have paid afterwards, not what goes back; every refund is calculated first and only made when the
/// calculation gives what was asked for. Source: <c>OrderItemService/RefundOrderItem</c>, <c>OrderService/RefundOrder</c>.
/// </summary>
internal sealed partial class RefurbedMarketplaceClient
{
    private static readonly VendorOperation CalculateItem = new("calculate-refund-item") { IsSafeToRepeat = true };
    private static readonly VendorOperation CalculateOrder = new("calculate-refund-order") { IsSafeToRepeat = true };

    // The same target twice pays once: what is repeated by the way is harmless, though a new call by an amount would set a new target.
    private static readonly VendorOperation RefundItem = new("refund-item") { IsSafeToRepeat = true };
    private static readonly VendorOperation RefundItemTo = new("refund-item-to") { IsSafeToRepeat = true };
    private static readonly VendorOperation RefundOrder = new("refund-order") { IsSafeToRepeat = true };

    public async Task<Outcome<OrderRefunded>> RefundOrderAsync(RefundOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Check() is { } missing)
        {
            return Outcome.Refused<OrderRefunded>(missing);
        }

        if (request.VendorFields.Count > 0)
        {
            return Outcome.Refused<OrderRefunded>(NoVendorFields());
        }

        if (await ReadOrderAsync(request.OrderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderRefunded>(NoOrder(request.OrderId));
        }

        if (request.Amount is { } amount)
        {
            return await RefundWholeAsync(request.OrderId, found, amount, cancellationToken).ConfigureAwait(false);
        }

        var lines = request.Lines;
        if (request.ReturnId is { } returnId && lines.Count == 0)
        {
            if (await FindReturnAsync(returnId, request.OrderId, cancellationToken).ConfigureAwait(false) is not { } returned)
            {
                return Outcome.Refused<OrderRefunded>(RefusalCode.NotFound, $"The return {returnId} is not in the order {request.OrderId}.", nameof(request.ReturnId));
            }

            lines = [new LineAmount { LineId = returned.Lines[0].LineId, Quantity = 1 }];
        }

        var items = found.Answer.Map(found.Order, RefurbedMapping.ItemsOf);
        var plans = new List<RefundPlan>(lines.Count);
        foreach (var line in lines)
        {
            var (plan, refusal) = found.Answer.Map(line, asked => Plan(asked, items.FirstOrDefault(item => item.Id == asked.LineId.Value)));
            if (refusal is not null)
            {
                return Outcome.Refused<OrderRefunded>(refusal);
            }

            plans.Add(plan!);
        }

        return plans.DistinctBy(static plan => plan.LineId).Count() != plans.Count
            ? Outcome.Refused<OrderRefunded>(RefusalCode.Validation, "Lines has an item twice: name each once.", nameof(request.Lines))
            : await RefundAsync(request.OrderId, plans, RefundItem, cancellationToken).ConfigureAwait(false);
    }

    public Task<OrderRefunded> GetRefundAsync(OrderRefunded refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        cancellationToken.ThrowIfCancellationRequested();

        // A refund is done, or refused, when it is answered.
        return Task.FromResult(refund);
    }

    public async Task<Outcome<OrderRefunded>> RefundToAsync(
        MarketplaceOrderId orderId, MarketplaceOrderLineId lineId, Money targetPaid, CancellationToken cancellationToken = default)
    {
        if (ObjectTarget(targetPaid) is { } objection)
        {
            return Outcome.Refused<OrderRefunded>(objection);
        }

        if (await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome.Refused<OrderRefunded>(NoOrder(orderId));
        }

        var (plan, refusal) = found.Answer.Map(found.Order, order => PlanTo(lineId, RefurbedMapping.ItemsOf(order).FirstOrDefault(item => item.Id == lineId.Value), targetPaid));
        return refusal is not null
            ? Outcome.Refused<OrderRefunded>(refusal)
            : await RefundAsync(orderId, [plan!], RefundItemTo, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<RefurbedRefund>> CalculateRefundAsync(MarketplaceOrderLineId lineId, Money targetPaid, CancellationToken cancellationToken = default)
    {
        if (ObjectTarget(targetPaid) is { } objection)
        {
            return Outcome.Refused<RefurbedRefund>(objection);
        }

        var body = new RefurbedRefundRequest(lineId.Value, targetPaid.Currency.Code, RefurbedMoney.Write(targetPaid));
        var answer = await PostAsync("OrderItemService/CalculateRefundOrderItem", body, RefurbedJson.Default.RefurbedRefundRequest, CalculateItem, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? Outcome.Of(ReadRefund(answer))
            : RefurbedErrors.IsRefusal(answer) ? Outcome.Refused<RefurbedRefund>(answer.Refusal(RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(answer))))
            : throw answer.Failure();
    }

    private static RefurbedRefund ReadRefund(VendorAnswer answer) => answer.Map(answer.ReadJson(RefurbedJson.Default.RefurbedRefundAnswer), RefurbedMapping.FromRefund);

    private static Refusal? ObjectTarget(Money target) => target.Amount < 0 || !RefurbedMoney.IsWritable(target)
        ? new Refusal(RefusalCode.Validation, $"{target} is below 0 or has more than two decimals.") { Field = "targetPaid" }
        : null;

    private static (RefundPlan? Plan, Refusal? Refusal) Plan(LineAmount line, RefurbedOrderItem? item)
    {
        if (line.Taxes.Count + line.ShippingTaxes.Count > 0 || line.Quantity > 1)
        {
            return (null, new Refusal(RefusalCode.NotSupported, $"The line {line.LineId} has taxes or a quantity above 1: Refurbed pays back amounts with tax of single pieces.") { Field = "Lines" });
        }

        if (item is null)
        {
            return PlanTo(line.LineId, null, default);
        }

        var (paid, refunded) = PaidOf(item);
        if (line.Goods is null && line.Shipping is null)
        {
            return (new RefundPlan(line.LineId, paid, Money.Zero(paid.Currency), paid.IsZero && !refunded.IsZero, item.RefundEligibility), null);
        }

        if ((line.Goods ?? line.Shipping)!.Value.Currency != paid.Currency || (line.Shipping ?? line.Goods)!.Value.Currency != paid.Currency)
        {
            return (null, new Refusal(RefusalCode.Validation, $"The line {line.LineId} was paid in {paid.Currency}: give amounts in it.") { Field = "Lines" });
        }

        var amount = (line.Goods ?? Money.Zero(paid.Currency)) + (line.Shipping ?? Money.Zero(paid.Currency));
        return amount > paid
            ? (null, new Refusal(RefusalCode.AmountExceeded, $"The line {line.LineId} has {paid} left to pay back, {amount} were asked for.") { Field = "Lines" })
            : amount.IsZero || !RefurbedMoney.IsWritable(amount)
                ? (null, new Refusal(RefusalCode.Validation, $"The line {line.LineId} asks for {amount}: give an amount above 0 with two decimals at most.") { Field = "Lines" })
                : (new RefundPlan(line.LineId, paid, paid - amount, IsDone: false, item.RefundEligibility), null);
    }

    private static (RefundPlan? Plan, Refusal? Refusal) PlanTo(MarketplaceOrderLineId lineId, RefurbedOrderItem? item, Money target)
    {
        if (item is null)
        {
            return (null, new Refusal(RefusalCode.NotFound, $"The item {lineId} is not in the order.") { Field = "LineId" });
        }

        var (paid, _) = PaidOf(item);
        return target.Currency != paid.Currency
            ? (null, new Refusal(RefusalCode.Validation, $"The item {lineId} was paid in {paid.Currency}: give the amount in it.") { Field = "targetPaid" })
            : target > paid
                ? (null, new Refusal(RefusalCode.AmountExceeded, $"The buyer has paid {paid} for the item {lineId}, less than {target}.") { Field = "targetPaid" })
                : (new RefundPlan(lineId, paid, target, target == paid, item.RefundEligibility), null);
    }

    private static (Money Paid, Money Refunded) PaidOf(RefurbedOrderItem item)
    {
        var currency = Currency.Parse(RefurbedMapping.Needed(item.CurrencyCode, "items.currency_code"));
        return (RefurbedMoney.Read(item.TotalPaid, currency, "items.total_paid"), RefurbedMoney.Read(item.TotalRefunded ?? "0", currency, "items.total_refunded"));
    }

    private async Task<Outcome<OrderRefunded>> RefundAsync(
        MarketplaceOrderId orderId, IReadOnlyList<RefundPlan> plans, VendorOperation operation, CancellationToken cancellationToken)
    {
        var outcomes = new List<ItemOutcome<MarketplaceOrderLineId>>(plans.Count);
        foreach (var plan in plans)
        {
            try
            {
                outcomes.Add(new ItemOutcome<MarketplaceOrderLineId>(plan.LineId, plan.IsDone ? null : await RefundAsync(plan, operation, cancellationToken).ConfigureAwait(false)));
            }
            catch (CommerceException exception) when (outcomes.Exists(static outcome => outcome.IsSuccess))
            {
                // Money has gone back for items before: they must not get lost behind this one.
                outcomes.Add(new ItemOutcome<MarketplaceOrderLineId>(plan.LineId, new Refusal(
                    RefusalCode.ExternalUnavailable,
                    $"No answer is known for the item {plan.LineId} ({exception.Kind}), it may be paid back: read the order, or repeat it with RefundToAsync and {plan.Target}.")));
            }
        }

        return AllRefused(outcomes) is { } refusal ? Outcome.Refused<OrderRefunded>(refusal) : Outcome.Of(new OrderRefunded(orderId, []) { Lines = outcomes });
    }

    private async Task<Refusal?> RefundAsync(RefundPlan plan, VendorOperation operation, CancellationToken cancellationToken)
    {
        var calculated = await CalculateRefundAsync(plan.LineId, plan.Target, cancellationToken).ConfigureAwait(false);
        if (!calculated.TryGet(out var expected, out var no))
        {
            return Explain(no, plan);
        }

        var amount = plan.Paid - plan.Target;
        if (expected.Refunded != amount)
        {
            return new Refusal(
                RefusalCode.Conflict, $"Refurbed would pay back {expected.Refunded} for the item {plan.LineId}, not {amount}: nothing was paid. A discount or another refund may be the reason.");
        }

        var body = new RefurbedRefundRequest(plan.LineId.Value, plan.Target.Currency.Code, RefurbedMoney.Write(plan.Target));
        var answer = await PostAsync("OrderItemService/RefundOrderItem", body, RefurbedJson.Default.RefurbedRefundRequest, operation, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return ReadRefund(answer).TotalPaid == plan.Target ? null : throw answer.Malformed("total_paid is not the amount that was asked for");
        }

        if (!RefurbedErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        // A repetition, on the way or by hand, may be refused once nothing is left to pay back.
        var look = await ReadAsync("OrderItemService/GetOrderItem", new RefurbedId(plan.LineId.Value), RefurbedJson.Default.RefurbedId, FindItem, cancellationToken).ConfigureAwait(false);
        var item = look.ReadJson(RefurbedJson.Default.RefurbedItemAnswer).OrderItem ?? throw look.Malformed("the item is missing");
        return look.Map(item, PaidOf).Paid == plan.Target ? null : Explain(answer.Refusal(RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(answer))), plan);
    }

    private async Task<Outcome<OrderRefunded>> RefundWholeAsync(
        MarketplaceOrderId orderId, (RefurbedOrder Order, VendorAnswer Answer) found, Money amount, CancellationToken cancellationToken)
    {
        var (paid, refunded) = found.Answer.Map(found.Order, static order =>
        {
            var currency = Currency.Parse(RefurbedMapping.Needed(order.CurrencyCode, "currency_code"));
            return (RefurbedMoney.Read(order.TotalPaid, currency, "total_paid"), RefurbedMoney.Read(order.TotalRefunded ?? "0", currency, "total_refunded"));
        });
        if (paid.IsZero && refunded == amount)
        {
            return Outcome.Of(new OrderRefunded(orderId, []));
        }

        if (paid != amount)
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.Validation, $"Amount is {amount}, not the {paid} that were paid: Refurbed pays back the whole order or single items, give Lines.", nameof(RefundOrderRequest.Amount));
        }

        var dry = await PostAsync("OrderService/CalculateRefundOrder", new RefurbedId(orderId.Value), RefurbedJson.Default.RefurbedId, CalculateOrder, cancellationToken).ConfigureAwait(false);
        if (!dry.IsSuccess)
        {
            return RefurbedErrors.IsRefusal(dry) ? Outcome.Refused<OrderRefunded>(dry.Refusal(RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(dry)))) : throw dry.Failure();
        }

        if (ReadRefund(dry).Refunded is var expected && expected != amount)
        {
            return Outcome.Refused<OrderRefunded>(
                RefusalCode.Conflict, $"Refurbed would pay back {expected}, not {amount}: nothing was paid. Some items may not be refundable, give Lines.", nameof(RefundOrderRequest.Amount));
        }

        var answer = await PostAsync("OrderService/RefundOrder", new RefurbedId(orderId.Value), RefurbedJson.Default.RefurbedId, RefundOrder, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return ReadRefund(answer).TotalPaid.IsZero ? Outcome.Of(new OrderRefunded(orderId, [])) : throw answer.Malformed("total_paid is not 0 after a full refund");
        }

        if (!RefurbedErrors.IsRefusal(answer))
        {
            throw answer.Failure();
        }

        var again = await ReadOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
        return again?.Order.TotalPaid is { } left && again.Value.Answer.Map(left, text => RefurbedMoney.Read(text, paid.Currency, "total_paid")).IsZero
            ? Outcome.Of(new OrderRefunded(orderId, []))
            : Outcome.Refused<OrderRefunded>(answer.Refusal(RefurbedErrors.RefusalOf(RefurbedErrors.CodeOf(answer))));
    }

    /// <summary>Says why an item is not refundable, which Refurbed's answer does not.</summary>
    private static Refusal Explain(Refusal refusal, RefundPlan plan)
    {
        var (code, reason) = plan.Eligibility switch
        {
            "INELIGIBLE_PERIOD_EXPIRED" => (RefusalCode.WindowExpired, "the order is too old"),
            "INELIGIBLE_ALREADY_REFUNDED" => (RefusalCode.AmountExceeded, "everything was paid back already"),
            "INELIGIBLE_UNCAPTURED_PAYMENT" => (RefusalCode.Conflict, "the payment is not guaranteed yet, try again later"),
            "INELIGIBLE_NO_TICKET" => (RefusalCode.PolicyViolation, "a ticket about it must exist first"),
            _ => (refusal.Code, null),
        };
        return reason is null ? refusal : new Refusal(code, $"{refusal.Message}: {reason} ({plan.Eligibility}).") { VendorCode = refusal.VendorCode, RequestId = refusal.RequestId };
    }

    private sealed record RefundPlan(MarketplaceOrderLineId LineId, Money Paid, Money Target, bool IsDone, string? Eligibility);
}
