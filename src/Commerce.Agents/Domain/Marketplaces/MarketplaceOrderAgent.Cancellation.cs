using Commerce.Agents.Domain.Orders;
using Commerce.Marketplaces;
using OrderCancelled = Commerce.Agents.Domain.Orders.OrderCancelled;

namespace Commerce.Agents.Domain.Marketplaces;

/// <content>What the marketplace tells later, and cancellations of either side.</content>
public sealed partial class MarketplaceOrderAgent
{
    private static readonly TimeSpan CancellationLook = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task HandleAsync(OrderCancelled message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        // Orders of the own shop have no marketplace order; one that the marketplace cancelled is known there.
        if (context.State.OrderId is null || context.State.IsCancelled)
        {
            return;
        }

        var reason = ReasonOf(message.Reason);
        if (!await RefuseAsync(message.Channel, message.ExternalId, reason, context, cancellationToken).ConfigureAwait(false))
        {
            await CancelAsync(message.Channel, message.ExternalId, reason, context, cancellationToken).ConfigureAwait(false);
        }

        await KeepAsync(message.Channel, message.ExternalId, context).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(CheckMarketplaceCancellation message, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        if (context.State.Cancellation is { } open && services.Marketplace(message.Account) is IOrderCancellation client)
        {
            var now = await client.GetCancellationAsync(open, cancellationToken).ConfigureAwait(false);
            End(message.Account, message.ExternalId, new MarketplaceCancellation(now), context);
            await KeepAsync(message.Account, message.ExternalId, context).ConfigureAwait(false);
        }
    }

    private static CancellationReason ReasonOf(string reason) => reason switch
    {
        CancellationReasons.OutOfStock => CancellationReason.OutOfStock,
        CancellationReasons.CustomerRequest => CancellationReason.BuyerRequest,
        CancellationReasons.FraudDetected => CancellationReason.Fraud,
        CancellationReasons.AddressIssue => CancellationReason.AddressProblem,
        CancellationReasons.PricingError => CancellationReason.PricingError,
        _ => CancellationReason.Other,
    };

    private static void End(string account, string externalId, MarketplaceCancellation answer, AgentContext<ImportedOrder> context)
    {
        if (answer.Cancellation is { State: MarketplaceRequestState.Pending } open)
        {
            context.State = context.State with { Cancellation = open };
            context.Schedule(new CheckMarketplaceCancellation(account, externalId), CancellationLook, "cancellation");
            return;
        }

        context.State = context.State with { Cancellation = null };
        if (answer.Cancellation is { State: MarketplaceRequestState.Done })
        {
            Move(context, MarketplaceOrderStatus.Cancelled);
            return;
        }

        var why = answer.Refusal ?? answer.Cancellation?.Failure?.Message ?? "no reason was given";
        Tell(account, externalId, $"The order is cancelled here and not at the marketplace: {why}. Cancel it there.", context);
    }

    private static void Tell(string account, string externalId, string note, AgentContext<ImportedOrder> context)
    {
        context.State = context.State with { Note = note };
        context.Publish(new MarketplaceSyncFailed(account, SyncKinds.Cancellation, 0, 1, TimeSpan.Zero, $"Order {externalId}: {note}"));
    }

    /// <summary>Lets the order follow what the marketplace tells of it.</summary>
    private static void Follow(string account, MarketplaceOrder order, AgentContext<ImportedOrder> context)
    {
        if (order.State == MarketplaceOrderState.Cancelled)
        {
            FollowCancellation(account, order, context);
        }
        else if (order.State == MarketplaceOrderState.Shipped)
        {
            Move(context, MarketplaceOrderStatus.Shipped);
        }
        else if (order.State == MarketplaceOrderState.Delivered || order.State == MarketplaceOrderState.Completed)
        {
            // The reading that told of the parcel may have been missed.
            Move(context, MarketplaceOrderStatus.Shipped);
            Move(context, MarketplaceOrderStatus.Delivered);
        }
        else if (order.State == MarketplaceOrderState.Refunded)
        {
            Move(context, MarketplaceOrderStatus.Refunded);
        }
    }

    private static void FollowCancellation(string account, MarketplaceOrder order, AgentContext<ImportedOrder> context)
    {
        var isTold = context.State.IsCancelled;
        context.State = context.State with { IsCancelled = true, Cancellation = null };
        if (Move(context, MarketplaceOrderStatus.Cancelled))
        {
            context.Cancel("cancellation");
            if (!isTold)
            {
                context.Send(new CancelOrder(context.State.OrderId!.Value, CancellationReasons.CustomerRequest));
            }
        }
        else if (!isTold)
        {
            Tell(account, order.Id.Value, "The marketplace has cancelled the order after it had left. Ask the carrier to bring it back.", context);
        }
    }

    /// <summary>Refuses the order, if the marketplace still waits for an answer.</summary>
    private async Task<bool> RefuseAsync(
        string account, string externalId, CancellationReason reason, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        if (context.State.State != MarketplaceOrderState.AwaitingAcceptance || context.State.IsAccepted || services.Marketplace(account) is not IOrderAcceptance)
        {
            return false;
        }

        await DecideAsync(
            account,
            new OrderDecision { OrderId = new(externalId), AcceptedLines = [], RefusedLines = context.State.Lines, RefusalReason = reason },
            context,
            cancellationToken).ConfigureAwait(false);
        context.State = context.State with { IsCancelled = true };
        Move(context, MarketplaceOrderStatus.Cancelled);
        return true;
    }

    private async Task CancelAsync(
        string account, string externalId, CancellationReason reason, AgentContext<ImportedOrder> context, CancellationToken cancellationToken)
    {
        var client = services.Marketplace(account);
        context.State = context.State with { IsCancelled = true };
        if (client is not IOrderCancellation cancellations)
        {
            End(account, externalId, new MarketplaceCancellation(null, "its programming interface has no cancellation"), context);
            return;
        }

        var id = new MarketplaceOrderId(externalId);
        var answer = await context.OnceAsync(
            "cancel",
            async _ => (await cancellations.CancelOrderAsync(new CancelOrderRequest { OrderId = id, Reason = reason }, cancellationToken).ConfigureAwait(false))
                .TryGet(out var cancelled, out var refusal) ? new MarketplaceCancellation(cancelled) : new MarketplaceCancellation(null, refusal.Message),
            LostAnswerRecovery.LookUpByReference,
            async _ => await client.FindOrderAsync(id, cancellationToken).ConfigureAwait(false) is { } order && order.State == MarketplaceOrderState.Cancelled
                ? new MarketplaceCancellation(new Commerce.Marketplaces.OrderCancelled(id, []))
                : null).ConfigureAwait(false);
        End(account, externalId, answer, context);
    }
}
