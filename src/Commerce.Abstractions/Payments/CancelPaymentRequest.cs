namespace Commerce.Payments;

/// <summary>A payment to give up.</summary>
public sealed record CancelPaymentRequest
{
    /// <summary>Gets the caller's name of this cancellation, sent as the idempotency key.</summary>
    public required OperationKey Key { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the payment.</summary>
    public required GatewayPaymentId PaymentId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets why.</summary>
    public PaymentRefundReason? Reason { get; init; }
}
