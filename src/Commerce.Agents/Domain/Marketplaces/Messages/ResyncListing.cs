namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Tells the marketplace a whole listing again. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
public sealed record ResyncListing(string Account, Sku Sku) : IMessage;
