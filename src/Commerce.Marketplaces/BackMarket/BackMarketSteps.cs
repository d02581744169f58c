namespace Commerce.Marketplaces.BackMarket;

/// <summary>A line of an order, as far as the next step needs it.</summary>
internal sealed record BackMarketLine(MarketplaceOrderLineId Id, int State, string? Sku, int Quantity);

/// <summary>What is to do with a line: a new state to tell, nothing because it is done, or a refusal.</summary>
internal sealed record BackMarketStep(MarketplaceOrderLineId LineId, string? Sku = null, int NewState = 0, Refusal? Refusal = null)
{
    internal bool MustBeTold => Sku is not null;
}

/// <summary>Works out the steps of lines from the states that they are in. Pure functions. Source: Back Market seller API, OrderLineState.</summary>
internal static class BackMarketSteps
{
    internal static BackMarketStep Accept(BackMarketLine line) => line.State switch
    {
        BackMarketStates.Paid => Tell(line, BackMarketStates.Accepted),
        BackMarketStates.Accepted or BackMarketStates.Shipped or BackMarketStates.RefundedBeforeShipping or BackMarketStates.RefundedAfterShipping => Done(line),
        _ => Late(line, "be accepted"),
    };

    internal static BackMarketStep Refuse(BackMarketLine line) => line.State switch
    {
        BackMarketStates.Paid => Tell(line, BackMarketStates.Cancelled),
        BackMarketStates.Cancelled or BackMarketStates.NotPaid => Done(line),
        _ => Late(line, "be refused"),
    };

    /// <summary>Cancels what is not accepted, and pays back what is accepted and not shipped.</summary>
    internal static BackMarketStep Cancel(BackMarketLine line) => line.State switch
    {
        BackMarketStates.Paid => Tell(line, BackMarketStates.Cancelled),
        BackMarketStates.Accepted => Tell(line, BackMarketStates.RefundedBeforeShipping),
        BackMarketStates.Cancelled or BackMarketStates.RefundedBeforeShipping or BackMarketStates.NotPaid => Done(line),
        _ => Late(line, "be cancelled"),
    };

    internal static BackMarketStep RefundWhole(BackMarketLine line) => line.State switch
    {
        BackMarketStates.Accepted => Tell(line, BackMarketStates.RefundedBeforeShipping),
        BackMarketStates.Shipped => Tell(line, BackMarketStates.RefundedAfterShipping),
        BackMarketStates.RefundedBeforeShipping => Done(line),
        BackMarketStates.RefundedAfterShipping => Refunded(line),
        _ => Late(line, "be paid back"),
    };

    internal static Refusal? RefundPart(BackMarketLine line) => line.State switch
    {
        BackMarketStates.Shipped => null,
        BackMarketStates.RefundedAfterShipping => Refunded(line).Refusal,
        BackMarketStates.Accepted => Refused(line, RefusalCode.NotSupported, $"The line {line.Id} is not shipped yet: Back Market pays it back as a whole then.").Refusal,
        _ => Late(line, "be paid back").Refusal,
    };

    /// <summary>
    /// Refuses steps that would take along lines that nobody named: Back Market finds lines by their SKU, which it compares without capitals.
    /// </summary>
    internal static IReadOnlyList<BackMarketStep> WithoutSideEffects(IReadOnlyList<BackMarketLine> order, IReadOnlyList<BackMarketStep> steps) =>
    [
        .. steps.Select(step => step.MustBeTold && order.Any(line => IsTakenAlong(line, step, steps))
            ? new BackMarketStep(step.LineId, Refusal: new Refusal(
                RefusalCode.Validation, $"Another line has the SKU of the line {step.LineId}: Back Market moves them together, name both for the same step.") { Field = "Lines" })
            : step),
    ];

    internal static Refusal NotFound(MarketplaceOrderLineId id) => new(RefusalCode.NotFound, $"The order has no line {id}.") { Field = "Lines" };

    /// <summary>Tells whether a line has arrived where a step wanted it, or beyond.</summary>
    internal static bool HasArrived(int state, int wanted) =>
        state == wanted || (wanted == BackMarketStates.Accepted && state is BackMarketStates.Shipped or BackMarketStates.RefundedBeforeShipping or BackMarketStates.RefundedAfterShipping);

    private static bool IsTakenAlong(BackMarketLine line, BackMarketStep step, IReadOnlyList<BackMarketStep> steps) =>
        line.Id != step.LineId
        && string.Equals(line.Sku, step.Sku, StringComparison.OrdinalIgnoreCase)
        && line.State is BackMarketStates.Paid or BackMarketStates.Accepted or BackMarketStates.Shipped
        && !steps.Any(other => other.LineId == line.Id && other.MustBeTold && other.NewState == step.NewState);

    private static BackMarketStep Tell(BackMarketLine line, int state) => line.Sku is null
        ? Refused(line, RefusalCode.NotSupported, $"The line {line.Id} has no SKU, by which Back Market is told what to do with it: use the back office.")
        : new BackMarketStep(line.Id, line.Sku, state);

    private static BackMarketStep Done(BackMarketLine line) => new(line.Id);

    private static BackMarketStep Refunded(BackMarketLine line) => Refused(
        line, RefusalCode.Duplicate, $"Money of the line {line.Id} went back before, and Back Market does not say how much: look in the back office.");

    private static BackMarketStep Late(BackMarketLine line, string what) => Refused(
        line, RefusalCode.InvalidTransition, BackMarketStates.IsUnpaid(line.State) ? $"The line {line.Id} is not paid yet." : $"The line {line.Id} is in the state {line.State}: it cannot {what}.");

    private static BackMarketStep Refused(BackMarketLine line, RefusalCode code, string message) => new(line.Id, Refusal: new Refusal(code, message) { Field = "Lines" });
}
