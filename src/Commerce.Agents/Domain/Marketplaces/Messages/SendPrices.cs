namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Sends the prices that have changed.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record SendPrices(string Account) : IMessage;
