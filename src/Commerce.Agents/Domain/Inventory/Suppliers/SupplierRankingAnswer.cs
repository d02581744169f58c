namespace Commerce.Agents.Domain.Inventory;

/// <summary>What <see cref="FindBestSupplier"/> is answered with.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Ranking">The suppliers, the best first; nothing when the question was refused.</param>
/// <param name="Refusals">Every objection with its field.</param>
public sealed record SupplierRankingAnswer(Sku Sku, SupplierRanking? Ranking, IReadOnlyList<Refusal> Refusals);
