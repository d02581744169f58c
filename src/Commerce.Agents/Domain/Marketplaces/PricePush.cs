using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Prices that were sent, with the import that they are in.</summary>
/// <param name="Sent">The prices.</param>
/// <param name="Batch">The import.</param>
public sealed record PricePush(IReadOnlyList<SentPrice> Sent, OfferBatch Batch);
