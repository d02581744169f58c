using Commerce.Agents.Domain.Orders;
using Commerce.Payments;
using Commerce.Payments.Payouts;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Tells payouts what becomes of an order: delivered, disputed. Keys are order ids.</summary>
/// <param name="engine">The books.</param>
public sealed class MerchantOrderAgent(PayoutEngine engine) :
    IHandle<MerchantSold, MerchantOrder>, IHandle<OrderDelivered, MerchantOrder>, IHandle<DisputeOpened, MerchantOrder>, IHandle<DisputeResolved, MerchantOrder>
{
    /// <inheritdoc/>
    public async Task HandleAsync(MerchantSold message, AgentContext<MerchantOrder> context, CancellationToken cancellationToken)
    {
        if (!context.State.Merchants.Contains(message.Merchant))
        {
            context.State = context.State with { Merchants = [.. context.State.Merchants, message.Merchant] };
            foreach (var dispute in context.State.Disputes)
            {
                context.Send(new HoldFunds(message.Merchant, message.OrderId, Reason(dispute)));
            }
        }

        await DeliverAsync(message.OrderId, context, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(OrderDelivered message, AgentContext<MerchantOrder> context, CancellationToken cancellationToken)
    {
        context.State = context.State with { DeliveredAt = context.State.DeliveredAt ?? message.DeliveredAt };
        await DeliverAsync(message.OrderId, context, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task HandleAsync(DisputeOpened message, AgentContext<MerchantOrder> context, CancellationToken cancellationToken)
    {
        if (!context.State.Disputes.Contains(message.DisputeId))
        {
            context.State = context.State with { Disputes = [.. context.State.Disputes, message.DisputeId] };
            foreach (var merchant in context.State.Merchants)
            {
                context.Send(new HoldFunds(merchant, message.OrderId, Reason(message.DisputeId)));
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(DisputeResolved message, AgentContext<MerchantOrder> context, CancellationToken cancellationToken)
    {
        if (context.State.Disputes.Contains(message.DisputeId))
        {
            context.State = context.State with { Disputes = [.. context.State.Disputes.Where(id => id != message.DisputeId)] };
            foreach (var merchant in context.State.Merchants)
            {
                context.Send(new ReleaseFunds(merchant, message.OrderId, Reason(message.DisputeId)));
            }
        }

        return Task.CompletedTask;
    }

    private static string Reason(GatewayDisputeId dispute)
    {
        var text = $"dispute {dispute}";
        return text.Length <= 100 ? text : text[..100];
    }

    private async Task DeliverAsync(OrderId orderId, AgentContext<MerchantOrder> context, CancellationToken cancellationToken)
    {
        if (context.State is { DeliveredAt: { } at, Merchants.Count: > 0 })
        {
            await context.OnceAsync(
                "delivered", async _ => new SettlementAnswer(await engine.DeliveredAsync(orderId, at, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        }
    }
}
