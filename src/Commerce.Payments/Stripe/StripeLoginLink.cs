namespace Commerce.Payments.Stripe;

/// <summary>A link into a seller's dashboard; it works once and for minutes. Never mail or store it.</summary>
/// <param name="Url">The link.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record StripeLoginLink(Secret Url, DateTimeOffset CreatedAt)
{
    /// <summary>Gets the id that Stripe's support asks for.</summary>
    public string? RequestId { get; init; }
}
