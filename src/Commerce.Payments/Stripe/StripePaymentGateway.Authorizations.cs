using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Payments that change before they are done. Source: Stripe API reference, Payment Intents.</summary>
internal sealed partial class StripePaymentGateway : IAuthorizationClient, IPaymentUpdateClient
{
    private static readonly VendorOperation Increase = new("increase-authorization") { IsSafeToRepeat = true };
    private static readonly VendorOperation Update = new("update-payment") { IsSafeToRepeat = true };

    public Task<Outcome<Payment>> IncreaseAuthorizationAsync(IncreaseAuthorizationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payment>(refusal))
            : PaymentAsync(
                Path(request.PaymentId, "/increment_authorization"), Increase, request.Key, form, null, request.Seller, cancellationToken,
                answer => ExplainHoldAsync(
                    answer, request.PaymentId, request.Seller, payment => payment.CanIncrease, nameof(request.PaymentId), cancellationToken));
    }

    public Task<Outcome<Payment>> UpdatePaymentAsync(UpdatePaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payment>(refusal))
            : PaymentAsync(Path(request.PaymentId, ""), Update, request.Key, form, null, request.Seller, cancellationToken);
    }
}
