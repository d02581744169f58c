namespace Commerce.Payments.Stripe;

/// <summary>A hosted checkout.</summary>
public sealed record StripeCheckout
{
    /// <summary>Gets Stripe's key.</summary>
    public required StripeCheckoutId Id { get; init; }

    /// <summary>Gets where it is.</summary>
    public required StripeCheckoutStatus Status { get; init; }

    /// <summary>Gets Stripe's word for the money: <c>paid</c>, <c>unpaid</c>, <c>no_payment_required</c>.</summary>
    public required string PaymentStatus { get; init; }

    /// <summary>Gets a value indicating whether the order may be fulfilled: the money is there, or none is needed.</summary>
    /// <remarks>A checkout that is complete and not paid uses a slow method: wait for <c>checkout.session.async_payment_succeeded</c>.</remarks>
    public bool IsPaid => PaymentStatus is "paid" or "no_payment_required";

    /// <summary>Gets the page to send the buyer to, while it is open.</summary>
    public Uri? Url { get; init; }

    /// <summary>Gets what the buyer pays in all, once Stripe tells.</summary>
    public Money? Total { get; init; }

    /// <summary>Gets the payment, once the buyer has begun to pay.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets the customer.</summary>
    public GatewayCustomerId? Customer { get; init; }

    /// <summary>Gets the caller's own name of the order.</summary>
    public string? Reference { get; init; }

    /// <summary>Gets when it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the notes by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
