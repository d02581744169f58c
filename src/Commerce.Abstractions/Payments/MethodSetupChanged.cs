namespace Commerce.Payments;

/// <summary>The saving of a payment method is new or has changed.</summary>
public sealed record MethodSetupChanged : PaymentEvent
{
    /// <summary>Gets the setup as it was at that moment.</summary>
    public required MethodSetup Setup { get; init => field = Guard.NotNull(value); }
}
