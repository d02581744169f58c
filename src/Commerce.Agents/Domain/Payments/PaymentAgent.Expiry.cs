using Commerce.Agents.Domain.Orders;
using Commerce.Payments;

namespace Commerce.Agents.Domain.Payments;

/// <content>Holds that would end before the order has left: they are renewed, or the order waits.</content>
public sealed partial class PaymentAgent
{
    /// <summary>Why an order is held whose payment has expired.</summary>
    public const string ExpiredHold = "the payment has expired";

    private const string RenewTimer = "renew";
    private const string ExpiryTimer = "expire";
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task HandleAsync(RenewAuthorization message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        // Where it is not possible, the old hold is still good for a while, and the order may leave until it ends.
        if (IsHeldBy(message.PaymentId, context.State))
        {
            await RenewAsync(message.OrderId, context, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ExpireAuthorization message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        if (!IsHeldBy(message.PaymentId, context.State))
        {
            return;
        }

        var now = context.Clock.GetUtcNow();
        Payment? found;
        try
        {
            found = await Gateway.FindPaymentAsync(message.PaymentId, null, cancellationToken).ConfigureAwait(false);
        }
        catch (CommerceException exception) when (exception.IsTransient)
        {
            // Nobody can tell whether the money is still held: the order waits, however long that lasts.
            Hold(message.OrderId, context);
            context.Schedule(message, LookAgain, ExpiryTimer);
            return;
        }

        if (found is { CaptureBy: { } until } && found.Status == PaymentStatus.Authorized && until > now)
        {
            context.State = context.State with { ExpiresAt = until };
            context.ScheduleAt(message, until, ExpiryTimer);
            return;
        }

        // A gateway that still holds the money lets it go: it must not be held twice when the buyer pays again.
        await LetGoAsync("release", message.PaymentId, context, cancellationToken).ConfigureAwait(false);
        context.State = context.State with { Status = PaymentStatus.Cancelled, ExpiredAt = now };
        context.Publish(new PaymentExpired(message.OrderId, message.PaymentId, context.State.Authorized!.Value));
        Hold(message.OrderId, context);
    }

    /// <inheritdoc/>
    public async Task HandleAsync(OrderHoldReleased message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        if (message.Reason != ExpiredHold || context.State.State != PaymentState.Expired)
        {
            return;
        }

        if (await RenewAsync(message.OrderId, context, cancellationToken).ConfigureAwait(false))
        {
            context.Publish(new PaymentAuthorized(message.OrderId, context.State.Authorized!.Value));
        }
        else
        {
            Hold(message.OrderId, context);
        }
    }

    private static bool IsHeldBy(GatewayPaymentId paymentId, OrderPayment payment) =>
        payment.GatewayId == paymentId && payment.Status == PaymentStatus.Authorized;

    /// <summary>Stops the order. Told, not sent: payments may be used without the agents that own orders.</summary>
    private static void Hold(OrderId orderId, AgentContext context) => context.Publish(new HoldOrder(orderId, ExpiredHold));

    /// <summary>Takes a new hold down, and looks at it in time.</summary>
    private void Held(OrderId orderId, PaymentAnswer answer, AgentContext<OrderPayment> context)
    {
        var now = context.Clock.GetUtcNow();
        var expiresAt = answer.CaptureBy ?? now + Gateway.Capabilities.AuthorizationLifetime;
        var left = expiresAt - now;
        context.State = context.State with { GatewayId = answer.GatewayId, Status = answer.Status, ExpiresAt = expiresAt, ExpiredAt = null };

        // A hold that is shorter than the time before its end is renewed half way, not at once and for ever.
        var wait = left - options.Value.RenewBefore > left / 2 ? left - options.Value.RenewBefore : left / 2;
        context.Schedule(new RenewAuthorization(orderId, answer.GatewayId!.Value), wait > TimeSpan.Zero ? wait : TimeSpan.Zero, RenewTimer);
        context.ScheduleAt(new ExpireAuthorization(orderId, answer.GatewayId.Value), expiresAt, ExpiryTimer);
    }

    /// <summary>Forgets the end of a hold that is over: taken, or let go.</summary>
    private static void EndHold(AgentContext context)
    {
        context.Cancel(RenewTimer);
        context.Cancel(ExpiryTimer);
    }

    /// <summary>Holds the money once more without the buyer, then lets the old hold go.</summary>
    private async Task<bool> RenewAsync(OrderId orderId, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        var payment = context.State;
        if (payment is not { GatewayId: { } old, Method: { } method, Authorized: { } amount })
        {
            return false;
        }

        var answer = await context.OnceAsync("renew", async key => await AuthorizeAsync(
            Request(key, orderId, amount, method) with { IsOffSession = true }, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (answer.Status == PaymentStatus.Authorized)
        {
            if (payment.Status == PaymentStatus.Authorized)
            {
                await LetGoAsync("release", old, context, cancellationToken).ConfigureAwait(false);
            }

            Held(orderId, answer, context);
            return true;
        }

        if (answer is { GatewayId: { } made } && answer.Status != PaymentStatus.Failed)
        {
            // The buyer would have to agree: nobody is there, and it must not be held later.
            await LetGoAsync("give-up", made, context, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Authorises; what the gateway cannot do at all is a refusal, what failed on the way is tried again by the caller.</summary>
    private async Task<PaymentAnswer> AuthorizeAsync(CreatePaymentRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Answer(await Gateway.CreatePaymentAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (CommerceException exception) when (exception is { IsOutcomeUnknown: false, Kind: CommerceErrorKind.Invalid })
        {
            return new PaymentAnswer(null, PaymentStatus.Failed, "not_possible");
        }
    }

    private async Task LetGoAsync(string step, GatewayPaymentId paymentId, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        var answer = await context.OnceAsync(step, async key => Answer(await Gateway.CancelPaymentAsync(
            new CancelPaymentRequest { Key = key, PaymentId = paymentId }, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        if (answer.Status == PaymentStatus.Succeeded || (answer.Status != PaymentStatus.Cancelled && await IsTakenAsync(paymentId, cancellationToken).ConfigureAwait(false)))
        {
            throw new CommerceException(CommerceErrorKind.Conflict, $"The payment {paymentId} was captured at the gateway, not here. Look at it there.");
        }
    }

    private async Task<bool> IsTakenAsync(GatewayPaymentId paymentId, CancellationToken cancellationToken) =>
        (await Gateway.FindPaymentAsync(paymentId, null, cancellationToken).ConfigureAwait(false))?.Status == PaymentStatus.Succeeded;
}
