namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Looks how a cancellation that the marketplace works on has ended.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalId">The marketplace's key.</param>
public sealed record CheckMarketplaceCancellation(string Account, string ExternalId) : IMessage;
