namespace Commerce.Payments.Stripe;

/// <summary>A session of components of Stripe within the platform's own pages.</summary>
/// <param name="ClientSecret">What the browser needs. Never log or store it.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record StripeAccountSession(Secret ClientSecret, DateTimeOffset ExpiresAt)
{
    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
