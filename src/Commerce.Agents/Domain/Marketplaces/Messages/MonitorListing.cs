namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Looks whether a listing is as it should be.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Sku">The product.</param>
public sealed record MonitorListing(string Account, Sku Sku) : IMessage;
