namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Reads the new messages of an account, and comes back by itself. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record FetchMessages(string Account) : IMessage;
