namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A listing is not on sale any more.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Reason">Why.</param>
public sealed record ListingEnded(string Account, Sku Sku, string Reason) : IMessage;
