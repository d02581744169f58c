namespace Commerce.Payments.Stripe;

/// <summary>A payment that waits, or waited, for a person's judgement.</summary>
public sealed record StripeReview
{
    /// <summary>Gets Stripe's key.</summary>
    public required StripeReviewId Id { get; init; }

    /// <summary>Gets a value indicating whether it still waits.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets Stripe's word for why it is as it is: <c>rule</c>, <c>approved</c>, <c>refunded_as_fraud</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets Stripe's word for why it was opened: <c>rule</c> or <c>manual</c>.</summary>
    public string? OpenedReason { get; init; }

    /// <summary>Gets Stripe's word for why it was closed.</summary>
    public string? ClosedReason { get; init; }

    /// <summary>Gets the charge.</summary>
    public string? ChargeId { get; init; }

    /// <summary>Gets the payment, when it has one.</summary>
    public GatewayPaymentId? PaymentId { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the seller on whose account it is; the client's own account when not given.</summary>
    public ConnectedAccountId? Seller { get; init; }

    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
