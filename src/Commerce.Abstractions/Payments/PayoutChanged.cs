namespace Commerce.Payments;

/// <summary>A payout is new or has changed.</summary>
public sealed record PayoutChanged : PaymentEvent
{
    /// <summary>Gets the payout as it was at that moment.</summary>
    public required Payout Payout { get; init => field = Guard.NotNull(value); }
}
