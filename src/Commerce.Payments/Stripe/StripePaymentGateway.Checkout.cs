using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Hosted checkout. Source: Stripe API reference, Checkout Sessions.</summary>
internal sealed partial class StripePaymentGateway
{
    private static readonly VendorOperation CreateCheckout = new("create-checkout") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindCheckout = new("find-checkout");
    private static readonly VendorOperation ExpireCheckout = new("expire-checkout") { IsSafeToRepeat = true };

    public Task<Outcome<StripeCheckout>> CreateCheckoutAsync(StripeCheckoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        var seller = request.Split is { IsDirect: true } direct ? direct.Seller : (ConnectedAccountId?)null;
        return StripeMapping.ToForm(request, options, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<StripeCheckout>(refusal))
            : PostAsync(
                "v1/checkout/sessions", CreateCheckout, request.Key, form, StripeJson.Default.StripeCheckoutWire,
                (checkout, requestId) => StripeMapping.FromCheckout(checkout, requestId, seller), null, seller, cancellationToken);
    }

    public Task<StripeCheckout?> FindCheckoutAsync(
        StripeCheckoutId checkoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => FindAsync(
        CheckoutPath(checkoutId, ""), FindCheckout, StripeJson.Default.StripeCheckoutWire,
        (checkout, requestId) => StripeMapping.FromCheckout(checkout, requestId, seller), seller, cancellationToken);

    public Task<Outcome<StripeCheckout>> ExpireCheckoutAsync(
        OperationKey key, StripeCheckoutId checkoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) =>
        PostAsync(
            CheckoutPath(checkoutId, "/expire"), ExpireCheckout, key, new StripeForm(), StripeJson.Default.StripeCheckoutWire,
            (checkout, requestId) => StripeMapping.FromCheckout(checkout, requestId, seller), null, seller, cancellationToken,
            async answer =>
            {
                // Closing twice is no failure; what is complete is what stands in the way.
                var checkout = await FindCheckoutAsync(checkoutId, seller, cancellationToken).ConfigureAwait(false);
                return checkout switch
                {
                    { Status: var status } when status == StripeCheckoutStatus.Expired => Outcome.Of(checkout),
                    { Status: var status } when status == StripeCheckoutStatus.Complete =>
                        Outcome.Refused<StripeCheckout>(answer.Refusal(RefusalCode.InvalidTransition)),
                    _ => null,
                };
            });

    private static string CheckoutPath(StripeCheckoutId checkoutId, string rest) =>
        $"v1/checkout/sessions/{Uri.EscapeDataString(checkoutId.Value)}{rest}";
}
