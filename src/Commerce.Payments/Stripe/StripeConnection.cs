namespace Commerce.Payments.Stripe;

/// <summary>A seller's account that was connected, or disconnected, by OAuth.</summary>
/// <param name="AccountId">The account.</param>
public sealed record StripeConnection(ConnectedAccountId AccountId)
{
    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
