namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Asks how a listing is. Answered by a <see cref="ListingHealth"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
public sealed record GetListingHealth(string Account, Sku Sku) : IMessage;
