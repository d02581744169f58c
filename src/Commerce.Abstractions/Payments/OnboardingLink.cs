namespace Commerce.Payments;

/// <summary>A link for a seller. Never mail or store it.</summary>
/// <param name="Url">The link.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record OnboardingLink(Secret Url, DateTimeOffset ExpiresAt)
{
    /// <summary>Gets the id that the gateway's support asks for.</summary>
    public string? RequestId { get; init; }
}
