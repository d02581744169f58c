namespace Commerce.Payments;

/// <summary>A payment to confirm.</summary>
public sealed record ConfirmPaymentRequest
{
    /// <summary>Gets the caller's name of this attempt, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment method; the one that the payment has when not given.</summary>
    public PaymentMethodToken? Method { get; init; }

    /// <summary>Gets where the buyer comes back to after a redirect.</summary>
    public Uri? ReturnUrl { get; init; }
}
