namespace Commerce.Payments;

/// <summary>A seller's account has changed: what it can do, what is missing.</summary>
public sealed record AccountChanged : PaymentEvent
{
    /// <summary>Gets the account as it was at that moment.</summary>
    public required ConnectedAccount ConnectedAccount { get; init => field = Guard.NotNull(value); }
}
