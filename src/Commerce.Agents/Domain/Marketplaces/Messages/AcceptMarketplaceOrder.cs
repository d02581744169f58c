namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Accepts an order at its marketplace.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
public sealed record AcceptMarketplaceOrder(string Account, string ExternalId) : IMessage;
