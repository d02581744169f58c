using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Cancelling refunds that wait for the buyer. Source: Stripe API reference, Refunds.</summary>
internal sealed partial class StripePaymentGateway : IRefundCancelClient
{
    private static readonly VendorOperation CancelRefund = new("cancel-refund") { IsSafeToRepeat = true };

    public Task<Outcome<Refund>> CancelRefundAsync(
        OperationKey key, GatewayRefundId refundId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        PostAsync(
            $"v1/refunds/{Uri.EscapeDataString(refundId.Value)}/cancel", CancelRefund, key, new StripeForm().Add("expand[0]", "transfer_reversal"),
            StripeJson.Default.StripeRefund, (refund, requestId) => StripeMapping.FromRefund(refund, requestId, seller), null, seller, cancellationToken,
            async answer =>
            {
                // Cancelling twice is no failure; any other state but waiting is what stands in the way.
                var refund = await FindRefundAsync(refundId, seller, cancellationToken).ConfigureAwait(false);
                return refund switch
                {
                    null => null,
                    { Status: var status } when status == RefundStatus.Cancelled => Outcome.Of(refund),
                    { Status: var status } when status == RefundStatus.RequiresAction => null,
                    _ => Outcome.Refused<Refund>(answer.Refusal(RefusalCode.InvalidTransition)),
                };
            });
}
