namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Looks how far an import of prices is.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record PollPricePush(string Account) : IMessage;
