namespace Commerce.Payments;

/// <summary>A refund is new or has changed.</summary>
public sealed record RefundChanged : PaymentEvent
{
    /// <summary>Gets the refund as it was at that moment.</summary>
    public required Refund Refund { get; init => field = Guard.NotNull(value); }
}
