using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Quantities that were sent, with the import that they are in.</summary>
/// <param name="Sent">The quantities.</param>
/// <param name="Batch">The import.</param>
public sealed record StockPush(IReadOnlyList<SentStock> Sent, OfferBatch Batch);
