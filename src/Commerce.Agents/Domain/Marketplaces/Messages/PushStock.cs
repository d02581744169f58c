namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Sends the quantities that have changed.</summary>
/// <param name="Account">The marketplace account.</param>
public sealed record PushStock(string Account) : IMessage;
