namespace Commerce.Payments;

/// <summary>A link for a seller. Never mail or store it.</summary>
/// <param name="Url">The link.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record OnboardingLink(Secret Url, DateTimeOffset ExpiresAt);
