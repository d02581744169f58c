using Commerce.Agents.Domain.Orders;

namespace Commerce.Agents.Domain.Pricing;

/// <summary>Remembers the promotions of each order: uses them when it is confirmed, gives them back when it is cancelled before it was handed over.</summary>
public sealed class OrderPromotionsAgent :
    IHandle<RecordPromotions, OrderPromotions>, IHandle<OrderConfirmed, OrderPromotions>, IHandle<OrderShipped, OrderPromotions>,
    IHandle<OrderCancelled, OrderPromotions>
{
    /// <inheritdoc/>
    public async Task HandleAsync(RecordPromotions message, AgentContext<OrderPromotions> context, CancellationToken cancellationToken)
    {
        if (context.State.Customer is not null)
        {
            return;
        }

        var result = message.Result;
        context.State = context.State with { Customer = message.Customer, Applied = result.Applied, PricedAt = context.Clock.GetUtcNow() };
        await context.KeepDecisionAsync(
            "promotion",
            message.OrderId.ToString(),
            result.Applied.Count == 0 ? "none" : string.Join(", ", result.Applied.Select(static applied => applied.Code)),
            result.Reason,
            result.Discount.Amount + result.ShippingDiscount.Amount,
            [.. result.Applied.Select(static applied => new DecisionPart(applied.Code, applied.Goods.Amount + applied.Shipping.Amount))]).ConfigureAwait(false);

        // The order may have been faster.
        if (context.State is { IsConfirmed: true, IsCancelled: false })
        {
            Redeem(message.OrderId, context);
        }
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderConfirmed message, AgentContext<OrderPromotions> context, CancellationToken cancellationToken)
    {
        if (context.State is { IsConfirmed: false, IsCancelled: false })
        {
            context.State = context.State with { IsConfirmed = true };
            Redeem(message.OrderId, context);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderShipped message, AgentContext<OrderPromotions> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { IsDispatched = true };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(OrderCancelled message, AgentContext<OrderPromotions> context, CancellationToken cancellationToken)
    {
        if (context.State.IsCancelled)
        {
            return Task.CompletedTask;
        }

        context.State = context.State with { IsCancelled = true };
        if (context.State is { IsConfirmed: true, IsDispatched: false })
        {
            foreach (var applied in context.State.Applied)
            {
                context.Send(new ReverseRedemption(applied.Code, message.OrderId));
            }
        }

        return Task.CompletedTask;
    }

    private static void Redeem(OrderId orderId, AgentContext<OrderPromotions> context)
    {
        foreach (var applied in context.State.Applied)
        {
            context.Send(new RedeemPromotion(applied.Code, orderId, context.State.Customer!, applied.Goods + applied.Shipping, context.State.PricedAt));
        }
    }
}
