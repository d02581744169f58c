namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Looks how far an import is.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record PollStockPush(string Account) : IMessage;
