namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Puts a listing on sale. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
public sealed record PublishListing(string Account, Sku Sku) : IMessage;
