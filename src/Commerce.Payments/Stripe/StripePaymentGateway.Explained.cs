using Commerce.Http;

namespace Commerce.Payments.Stripe;

/// <summary>Why Stripe said no without telling a code: what the change was for is looked at.</summary>
internal sealed partial class StripePaymentGateway
{
    /// <summary>Tells a hold that was not granted a feature from one that the state forbids to change.</summary>
    private async Task<Outcome<Payment>?> ExplainHoldAsync(
        VendorAnswer answer,
        GatewayPaymentId paymentId,
        ConnectedAccountId? seller,
        Func<Payment, bool?> isGranted,
        string field,
        CancellationToken cancellationToken)
    {
        var payment = await FindPaymentAsync(paymentId, seller, cancellationToken).ConfigureAwait(false);
        return payment switch
        {
            null => null,
            { Status: var status } when status != PaymentStatus.Authorized => Outcome.Refused<Payment>(answer.Refusal(RefusalCode.InvalidTransition)),
            _ when isGranted(payment) != true => Outcome.Refused<Payment>(answer.Refusal(RefusalCode.NotSupported, field)),
            _ => null,
        };
    }

    /// <summary>Stripe has no code for a refund of what was never captured: such a payment is cancelled.</summary>
    private async Task<Outcome<Refund>?> ExplainRefundAsync(VendorAnswer answer, RefundPaymentRequest request, CancellationToken cancellationToken)
    {
        if (!StripeErrors.TellsNoReason(answer))
        {
            return null;
        }

        var payment = await FindPaymentAsync(request.PaymentId, request.Seller, cancellationToken).ConfigureAwait(false);
        return payment is not null && payment.Status != PaymentStatus.Succeeded && payment.Status != PaymentStatus.Unknown
            ? Outcome.Refused<Refund>(answer.Refusal(RefusalCode.InvalidTransition))
            : null;
    }
}
