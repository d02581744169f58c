namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Asks for the readings of an account. Answered by a <see cref="SyncHistory"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
public sealed record GetSyncHistory(string Account, int Limit = 50) : IMessage;
