namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>An account sells what it shall sell.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Succeeded">How many SKUs were taken.</param>
/// <param name="Refused">How many were refused.</param>
public sealed record MarketplaceStockSynced(string Account, int Succeeded, int Refused) : IMessage;
