namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Looks how far the marketplace is with a listing.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
public sealed record FollowListing(string Account, Sku Sku) : IMessage;
