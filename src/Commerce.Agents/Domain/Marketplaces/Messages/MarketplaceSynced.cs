namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>The orders of an account were read.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="OrderCount">How many were listed.</param>
/// <param name="Failed">Whether it failed.</param>
public sealed record MarketplaceSynced(string Account, int OrderCount, bool Failed) : IMessage;
