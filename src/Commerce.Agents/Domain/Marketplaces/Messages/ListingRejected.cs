namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>A marketplace has refused a listing.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
/// <param name="Reason">Why.</param>
public sealed record ListingRejected(string Account, Sku Sku, string Reason) : IMessage;
