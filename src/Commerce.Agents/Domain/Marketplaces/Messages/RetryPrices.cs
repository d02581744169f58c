namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Sends the prices of an account again that were refused.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record RetryPrices(string Account) : IMessage;
