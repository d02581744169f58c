using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;

namespace Commerce.Agents.Domain.Orders;

/// <content>What people change in an order, and what holds it.</content>
public sealed partial class OrderAgent
{
    private const int MaxActor = 100;
    private const int MaxNote = 2_000;
    private const int MaxTag = 50;
    private const int MaxAttempts = 3;

    /// <inheritdoc/>
    public async Task HandleAsync(ModifyOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var (order, change, now) = (context.State, message.Change, context.Clock.GetUtcNow());
        var refusals = new Refusals();
        refusals.RequireText(message.Actor, MaxActor, "Actor");
        refusals.AddRange(OrderModifications.Check(order, change));

        if (refusals.Any)
        {
            context.Reply(refusals.Answer(message.OrderId.ToString()));
            return;
        }

        var (lines, totals) = (order.Lines, order.Totals!);
        if (change.Items is { } items)
        {
            var draft = new OrderDraft
            {
                Customer = order.Customer, Items = items, ShipTo = change.ShipTo ?? order.ShipTo!, PaymentMethod = default, VatNumber = order.VatNumber,
            };
            var quote = await _pricer.QuoteAsync(message.OrderId, draft, context, cancellationToken).ConfigureAwait(false);
            if (quote.Refusals.Count > 0)
            {
                context.Reply(new Answer(message.OrderId.ToString(), quote.Refusals));
                return;
            }

            (lines, totals) = (quote.Priced!.Lines, quote.Priced.Totals);
            context.Send(quote.Sale!);
        }

        context.State = (order with
        {
            Lines = lines,
            Totals = totals,
            ShipTo = change.ShipTo ?? order.ShipTo,
            RequiredBy = change.RequiredBy ?? order.RequiredBy,
            Priority = change.Priority ?? order.Priority,
            Gift = change.Gift ?? order.Gift,
        }).Noting(now, $"{change} by {message.Actor}");
        await context.Repository<OrderRecord>().PutAsync(OrderRecord.Of(message.OrderId, context.State)).ConfigureAwait(false);
        context.Publish(new OrderModified(message.OrderId, order.Number, change.ToString(), lines, totals, totals.Total - order.Totals!.Total));
        context.Reply(Answer.Done(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public Task HandleAsync(HoldOrder message, AgentContext<Order> context, CancellationToken cancellationToken) =>
        HoldAsync(message.OrderId, message.Reason, context);

    /// <inheritdoc/>
    public Task HandleAsync(NoCarrierAvailable message, AgentContext<Order> context, CancellationToken cancellationToken) =>
        HoldAsync(message.OrderId, message.Reason, context);

    /// <inheritdoc/>
    public async Task HandleAsync(ReleaseHold message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.RequireText(message.Actor, MaxActor, "Actor");
        if (context.State.Status != OrderStatus.OnHold)
        {
            refusals.Add(RefusalCode.InvalidTransition, "Status", $"The order is {context.State.Status}: only one on hold is released.");
        }
        else if (context.State.Holds.All(static reason => reason is BackorderHold or FraudHold) && context.State.Holds.Contains(BackorderHold))
        {
            refusals.Add(RefusalCode.PolicyViolation, "Status", "The order waits for units: it goes on when they are there, or cancel it.");
        }
        else if (context.State.Holds.All(static reason => reason == FraudHold))
        {
            refusals.Add(RefusalCode.PolicyViolation, "Status", "The order waits for its fraud review: decide that by DecideReview.");
        }

        if (!refusals.Any)
        {
            await ReleaseAsync(message.OrderId, static reason => reason is not (FraudHold or BackorderHold), $"released by {message.Actor}", context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public Task HandleAsync(FraudReviewed message, AgentContext<Order> context, CancellationToken cancellationToken) => message.IsApproved
        ? ReleaseAsync(message.OrderId, static reason => reason == FraudHold, "approved by the fraud review", context)
        : CancelAsync(message.OrderId, CancellationReasons.FraudDetected, context);

    /// <inheritdoc/>
    public Task HandleAsync(BackorderReady message, AgentContext<Order> context, CancellationToken cancellationToken) =>
        ReleaseAsync(message.OrderId, static reason => reason == BackorderHold, "all units are there", context);

    /// <inheritdoc/>
    public Task HandleAsync(AddOrderNote message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var refusals = Known(context);
        refusals.RequireText(message.Author, MaxActor, "Author");
        refusals.RequireText(message.Text, MaxNote, "Text");
        refusals.Require(Enum.IsDefined(message.Kind), "Kind", "The kind is not known: give Internal, Customer, System or Agent.");
        if (!refusals.Any)
        {
            var note = new OrderNote(context.Clock.GetUtcNow(), message.Author, message.Kind, message.Text, message.IsForCustomer);
            context.State = (context.State with { Notes = [.. context.State.Notes, note] }).Noting(note.At, $"note by {message.Author}");
        }

        context.Reply(refusals.Answer(message.OrderId.ToString()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(TagOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var refusals = Known(context);
        refusals.Require(
            message.Tag is { Length: >= 1 and <= MaxTag } && message.Tag.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'),
            "Tag",
            $"The tag has other characters or another length: give 1 to {MaxTag} of a-z, 0-9 and -.");
        if (!refusals.Any)
        {
            await TagAsync(message.OrderId, message.Tag, message.IsRemoved, context).ConfigureAwait(false);
        }

        context.Reply(refusals.Answer(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(RecordDeliveryAttempt message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var refusals = new Refusals();
        refusals.Require(Enum.IsDefined(message.Result), "Result", "The result is not known.");
        if (context.State.Status is not (OrderStatus.Shipped or OrderStatus.PartiallyShipped))
        {
            refusals.Add(RefusalCode.InvalidTransition, "Status", $"The order is {context.State.Status}: attempts are recorded while it is with a carrier.");
        }

        if (!refusals.Any)
        {
            var now = context.Clock.GetUtcNow();
            context.State = (context.State with { Attempts = [.. context.State.Attempts, new DeliveryAttempt(now, message.Result)] })
                .Noting(now, $"delivery attempt: {message.Result}");
            if (context.State.Attempts.Count(static attempt => attempt.Result is not (DeliveryResult.Successful or DeliveryResult.Rescheduled)) >= MaxAttempts)
            {
                await TagAsync(message.OrderId, "return-to-sender", isRemoved: false, context).ConfigureAwait(false);
            }
        }

        context.Reply(refusals.Answer(message.OrderId.ToString()));
    }

    /// <inheritdoc/>
    public async Task HandleAsync(OrderDue message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != message.Status)
        {
            return;
        }

        switch (message.Status)
        {
            case OrderStatus.Pending or OrderStatus.Processing:
                context.Publish(new OrderStuckDetected(
                    message.OrderId, context.State.Number, message.Status, (int)OrderTimes.Of(message.Status)!.Value.TotalMinutes));
                break;
            case OrderStatus.PaymentFailed:
                await CancelAsync(message.OrderId, CancellationReasons.PaymentFailed, context).ConfigureAwait(false);
                break;
            case OrderStatus.OnHold when context.State.Holds.Contains(BackorderHold):
                // The backorder has a time of its own, which the buyer may extend.
                context.Schedule(message, OrderTimes.Of(OrderStatus.OnHold)!.Value, DueTimer);
                break;
            case OrderStatus.OnHold:
                await CancelAsync(message.OrderId, CancellationReasons.Other, context).ConfigureAwait(false);
                break;
            default:
                await MoveAsync(context, message.OrderId, OrderStatus.Completed, "the time for returns is over").ConfigureAwait(false);
                context.Publish(new OrderCompleted(message.OrderId));
                break;
        }
    }

    private static Refusals Known(AgentContext<Order> context)
    {
        var refusals = new Refusals();
        if (context.State.Status == OrderStatus.None)
        {
            refusals.Add(RefusalCode.NotFound, "OrderId", "The order is not known: use the id that PlaceOrder was given.");
        }

        return refusals;
    }

    private static async Task HoldAsync(OrderId orderId, string reason, AgentContext<Order> context)
    {
        var isHeld = context.State.Status == OrderStatus.OnHold && !context.State.Holds.Contains(reason);
        if (!isHeld && !OrderTransitions.Table.Allows(context.State.Status, OrderStatus.OnHold))
        {
            return;
        }

        context.State = context.State with { Holds = [.. context.State.Holds, reason] };
        await MoveAsync(context, orderId, OrderStatus.OnHold, reason).ConfigureAwait(false);
        context.Publish(new OrderOnHold(orderId, context.State.Number, reason));
    }

    private static async Task ReleaseAsync(OrderId orderId, Func<string, bool> isReleased, string what, AgentContext<Order> context)
    {
        var order = context.State;
        var released = order.Holds.Where(isReleased).ToList();
        if (order.Status != OrderStatus.OnHold || released.Count == 0)
        {
            return;
        }

        context.State = order with { Holds = [.. order.Holds.Except(released)] };
        if (context.State.Holds.Count == 0)
        {
            await (order.IsSecured ? ConfirmAsync(orderId, what, context) : MoveAsync(context, orderId, OrderStatus.Pending, what)).ConfigureAwait(false);
        }

        foreach (var reason in released)
        {
            context.Publish(new OrderHoldReleased(orderId, reason));
        }
    }

    private static async Task TagAsync(OrderId orderId, string tag, bool isRemoved, AgentContext<Order> context)
    {
        var tags = context.State.Tags.Where(known => known != tag);
        context.State = (context.State with { Tags = isRemoved ? [.. tags] : [.. tags, tag] }).Noting(context.Clock.GetUtcNow(), isRemoved ? $"no longer {tag}" : tag);
        await context.Repository<OrderRecord>().PutAsync(OrderRecord.Of(orderId, context.State)).ConfigureAwait(false);
    }
}
