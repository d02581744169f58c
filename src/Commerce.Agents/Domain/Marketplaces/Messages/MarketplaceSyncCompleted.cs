namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>An account was read.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Kind">What was read: <see cref="SyncKinds"/>.</param>
/// <param name="Processed">How many were read.</param>
/// <param name="Failed">How many could not be read; the next reading tries them again.</param>
/// <param name="Duration">How long it took.</param>
public sealed record MarketplaceSyncCompleted(string Account, string Kind, int Processed, int Failed, TimeSpan Duration) : IMessage;
