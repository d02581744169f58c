namespace Commerce.Marketplaces.Amazon;

/// <summary>A token for personal data.</summary>
/// <param name="Token">The token.</param>
/// <param name="Lifetime">How long it lives.</param>
public sealed record AmazonRestrictedToken(Secret Token, TimeSpan Lifetime);
