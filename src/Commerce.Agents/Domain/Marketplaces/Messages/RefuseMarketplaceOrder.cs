namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Refuses an order at its marketplace.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
public sealed record RefuseMarketplaceOrder(string Account, string ExternalId) : IMessage;
