namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>An order cannot be imported until somebody repairs it.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
/// <param name="Reason">Why.</param>
public sealed record MarketplaceOrderQuarantined(string Account, string ExternalId, string Reason) : IMessage;
