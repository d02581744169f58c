namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>How a listing is.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Problems">What is wrong with it; empty when all is well.</param>
/// <param name="Refusals">Every objection; empty when it was carried out.</param>
public sealed record ListingHealth(Listing? Listing, IReadOnlyList<string> Problems, IReadOnlyList<Refusal> Refusals);
