namespace Commerce.Payments.Stripe;

/// <summary>What only Stripe has on the side of payments: hosted checkout, warnings of fraud, reviews, charges, webhook endpoints.</summary>
/// <remarks>Registered under the name of the account, beside <see cref="IPaymentGateway"/>; both are the same client.</remarks>
public interface IStripePaymentGateway : IPaymentGateway
{
    /// <summary>Opens a page of Stripe's on which the buyer pays.</summary>
    /// <param name="request">What is sold.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The checkout with the address to send the buyer to, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeCheckout>> CreateCheckoutAsync(StripeCheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a checkout. Safe to repeat.</summary>
    /// <param name="checkoutId">The checkout.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The checkout, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<StripeCheckout?> FindCheckoutAsync(
        StripeCheckoutId checkoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Closes a checkout that is open, so that nobody can pay with it any more.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="checkoutId">The checkout.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The checkout, also when it had expired before, or a refusal when it is paid.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeCheckout>> ExpireCheckoutAsync(
        OperationKey key, StripeCheckoutId checkoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Lists warnings of card networks that a payment looks fraudulent, newest first. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The warnings, page by page.</returns>
    Paged<StripeFraudWarning> ListFraudWarnings(StripeFraudWarningQuery query);

    /// <summary>Reads a warning. Safe to repeat.</summary>
    /// <param name="warningId">The warning.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The warning, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<StripeFraudWarning?> FindFraudWarningAsync(
        StripeFraudWarningId warningId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Lists payments that wait for a person's judgement, newest first. Safe to repeat.</summary>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <returns>The open reviews, page by page.</returns>
    Paged<StripeReview> ListReviews(ConnectedAccountId? seller = null);

    /// <summary>Judges a payment good.</summary>
    /// <param name="key">The caller's name of this step, sent as the idempotency key.</param>
    /// <param name="reviewId">The review.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The review, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeReview>> ApproveReviewAsync(
        OperationKey key, StripeReviewId reviewId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a charge, with its risk and what Stripe took for it. Safe to repeat.</summary>
    /// <param name="chargeId">The charge: <see cref="Payment.ChargeId"/>.</param>
    /// <param name="seller">The seller on whose account it is; the client's own account when not given.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The charge, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<StripeChargeDetails?> FindChargeAsync(string chargeId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default);

    /// <summary>Makes an endpoint to which Stripe sends events.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>
    /// The endpoint with its secret, which Stripe never tells again: keep it for <see cref="StripePaymentOptions.WebhookSecrets"/>.
    /// </returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeWebhookEndpoint>> CreateWebhookEndpointAsync(
        StripeWebhookEndpointRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the endpoints, newest first. Safe to repeat.</summary>
    /// <returns>The endpoints without their secrets, page by page.</returns>
    Paged<StripeWebhookEndpoint> ListWebhookEndpoints();

    /// <summary>Changes an endpoint. What is not given stays.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Stops waiting; Stripe may still act.</param>
    /// <returns>The endpoint without its secret, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<StripeWebhookEndpoint>> UpdateWebhookEndpointAsync(
        StripeWebhookEndpointUpdate request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an endpoint. Safe to repeat: one that is gone is no failure.</summary>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when it is deleted.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task DeleteWebhookEndpointAsync(StripeWebhookEndpointId endpointId, CancellationToken cancellationToken = default);
}
