namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Reads the orders of an account that changed.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record SyncMarketplace(string Account) : IMessage;
