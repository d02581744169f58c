namespace Commerce.Payments;

/// <summary>A dispute is new or has changed.</summary>
public sealed record DisputeChanged : PaymentEvent
{
    /// <summary>Gets the dispute as it was at that moment.</summary>
    public required Dispute Dispute { get; init => field = Guard.NotNull(value); }
}
