namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>An account cannot be kept in step.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="Kind">What was done: <see cref="SyncKinds"/>.</param>
/// <param name="Processed">How many went well before.</param>
/// <param name="Failed">How many failed, where that is known.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Error">Why, and for what.</param>
public sealed record MarketplaceSyncFailed(string Account, string Kind, int Processed, int Failed, TimeSpan Duration, string Error) : IMessage;
