using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Shipping;
using Commerce.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Holds, takes and lets go the money of orders. Every call carries its own key, so that none counts twice.</summary>
/// <param name="services">Where the gateway is found.</param>
/// <param name="options">Which gateway.</param>
public sealed partial class PaymentAgent(IServiceProvider services, IOptions<PaymentAgentOptions> options) :
    IHandle<AuthorizePayment, OrderPayment>, IHandle<ShipmentCreated, OrderPayment>, IHandle<ReversePayment, OrderPayment>,
    IHandle<RefundRequested, OrderPayment>, IHandle<DecideRefund, OrderPayment>, IHandle<ExecuteRefund, OrderPayment>, IHandle<CheckRefund, OrderPayment>,
    IHandle<RenewAuthorization, OrderPayment>, IHandle<ExpireAuthorization, OrderPayment>, IHandle<OrderHoldReleased, OrderPayment>
{
    private IPaymentGateway Gateway => services.GetRequiredKeyedService<IPaymentGateway>(options.Value.Gateway);

    /// <inheritdoc/>
    public async Task HandleAsync(AuthorizePayment message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        var answer = await context.OnceAsync("authorize", async key => Answer(await Gateway.CreatePaymentAsync(
            Request(key, message.OrderId, message.Amount, message.Method), cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        context.State = new OrderPayment { GatewayId = answer.GatewayId, Status = answer.Status, Method = message.Method, DeclineCode = answer.DeclineCode };
        if (answer.Status == PaymentStatus.Authorized)
        {
            context.State = context.State with { Authorized = message.Amount };
            Held(message.OrderId, answer, context);
            context.Publish(new PaymentAuthorized(message.OrderId, message.Amount));
        }
        else
        {
            context.Publish(new PaymentDeclined(
                message.OrderId, answer.DeclineCode ?? answer.Status.Value, answer.BuyerMessage ?? "The payment could not be completed."));
        }
    }

    /// <inheritdoc/>
    public async Task HandleAsync(ShipmentCreated message, AgentContext<OrderPayment> context, CancellationToken cancellationToken)
    {
        // Orders of marketplaces have no payment here.
        if (context.State.GatewayId is not { } id || context.State.Status != PaymentStatus.Authorized)
        {
            if (context.State.State == PaymentState.Expired)
            {
                Hold(message.OrderId, context);
            }

            return;
        }

        var answer = await context.OnceAsync("capture", async key => Answer(await Gateway.CapturePaymentAsync(
            new CapturePaymentRequest { Key = key, PaymentId = id }, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        if (answer.Status != PaymentStatus.Succeeded)
        {
            throw new CommerceException(CommerceErrorKind.Conflict, $"The payment {id} cannot be captured: {answer.DeclineCode}. Hold the parcel.");
        }

        context.State = context.State with { Status = answer.Status, Captured = context.State.Authorized, CapturedAt = context.Clock.GetUtcNow() };
        EndHold(context);
        context.Publish(new PaymentCaptured(message.OrderId, context.State.Authorized!.Value));
    }

    private static CreatePaymentRequest Request(OperationKey key, OrderId orderId, Money amount, PaymentMethodToken method) => new()
    {
        Key = key,
        Amount = amount,
        Method = method,
        Capture = CaptureMode.Manual,
        Confirm = true,
        Metadata = new Dictionary<string, string> { ["order_id"] = orderId.ToString() },
    };

    private static PaymentAnswer Answer(Outcome<Payment> outcome) => outcome.TryGet(out var payment, out var refusal)
        ? payment.Status == PaymentStatus.RequiresAction
            ? new PaymentAnswer(payment.Id, payment.Status, "authentication_required", "The bank asks you to confirm the payment.")
            : new PaymentAnswer(payment.Id, payment.Status) { CaptureBy = payment.CaptureBy }
        : new PaymentAnswer(
            (refusal as Decline)?.PaymentId, PaymentStatus.Failed, refusal.VendorCode ?? refusal.Code.Value, (refusal as Decline)?.BuyerMessage);
}
