namespace Commerce.Agents.Domain.Orders;

/// <content>Orders that replace units of others.</content>
public sealed partial class OrderAgent :
    IHandle<CreateReplacementOrder, Order>, IHandle<OpenReplacementOrder, Order>, IHandle<ReplacementCancelled, Order>
{
    private const int MaxReason = 200;

    /// <inheritdoc/>
    public Task HandleAsync(CreateReplacementOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var order = context.State;
        var refusals = Known(context);
        refusals.RequireText(message.Reason, MaxReason, "Reason");
        refusals.Require(
            message.ReplacementId.Value != Guid.Empty && message.ReplacementId != message.OrderId, "ReplacementId", "The replacement needs an id of its own: give a new one.");
        if (!refusals.Any && order.Replacements.FirstOrDefault(replacement => replacement.OrderId == message.ReplacementId) is { } known)
        {
            if (known.Lines.Count != message.Lines.Count || message.Lines.Any(line => known.Lines.GetValueOrDefault(line.Key) != line.Value))
            {
                refusals.Add(RefusalCode.Duplicate, "ReplacementId", "Another replacement has this id: give each its own.");
            }
        }
        else if (!refusals.Any)
        {
            refusals.AddRange(ReplacementRules.Check(order, message.Lines));
            if (!refusals.Any)
            {
                context.State = (order with { Replacements = [.. order.Replacements, new Replacement(message.ReplacementId, message.Lines, message.Reason)] })
                    .Noting(context.Clock.GetUtcNow(), $"replaced: {message.Reason}");
                context.Send(new OpenReplacementOrder(
                    message.ReplacementId, message.OrderId, order.Customer, ReplacementRules.Lines(order, message.Lines), order.ShipTo!, order.Priority));
            }
        }

        context.Reply(refusals.Answer(message.ReplacementId.ToString()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(OpenReplacementOrder message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        if (context.State.Status != OrderStatus.None)
        {
            // The id is that of another order: the units may be replaced under a new one.
            context.Send(new ReplacementCancelled(message.OriginalId, message.OrderId));
            return;
        }

        var now = context.Clock.GetUtcNow();
        var nothing = message.Lines[0].Net;
        context.State = new Order
        {
            Number = OrderKeys.Number("ORD", now, context.NewId()),
            Customer = message.Customer,
            PlacedAt = now,
            Lines = message.Lines,
            Totals = new OrderTotals(nothing, nothing, nothing, nothing, nothing),
            ShipTo = message.ShipTo,
            Priority = message.Priority,
            Replaces = message.OriginalId,
        };
        await MoveAsync(context, message.OrderId, OrderStatus.Pending, $"replaces units of {message.OriginalId}").ConfigureAwait(false);
        context.Publish(new ReplacementOrderCreated(message.OriginalId, message.OrderId, message.Lines, message.ShipTo));
    }

    /// <inheritdoc/>
    public Task HandleAsync(ReplacementCancelled message, AgentContext<Order> context, CancellationToken cancellationToken)
    {
        var order = context.State;
        context.State = (order with { Replacements = [.. order.Replacements.Where(replacement => replacement.OrderId != message.ReplacementId)] })
            .Noting(context.Clock.GetUtcNow(), "a replacement was cancelled");
        return Task.CompletedTask;
    }
}
