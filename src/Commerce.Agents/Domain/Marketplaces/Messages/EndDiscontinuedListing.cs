namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Ends the listing of a product that is no longer sold, as soon as its marketplace takes it.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Attempt">Which attempt it is, from 1.</param>
public sealed record EndDiscontinuedListing(string Account, Sku Sku, int Attempt = 1) : IMessage;
