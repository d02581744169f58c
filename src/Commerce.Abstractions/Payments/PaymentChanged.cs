namespace Commerce.Payments;

/// <summary>A payment is new or has changed.</summary>
public sealed record PaymentChanged : PaymentEvent
{
    /// <summary>Gets the payment as it was at that moment.</summary>
    public required Payment Payment { get; init => field = Guard.NotNull(value); }
}
