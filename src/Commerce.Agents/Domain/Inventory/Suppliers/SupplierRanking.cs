namespace Commerce.Agents.Domain.Inventory;

/// <summary>The suppliers for a purchase, the best first.</summary>
/// <param name="Ranked">Those that can deliver, the best first.</param>
/// <param name="Rejected">Those that cannot, with reasons, by code.</param>
/// <param name="Reason">The choice in one sentence.</param>
public sealed record SupplierRanking(IReadOnlyList<SupplierRating> Ranked, IReadOnlyList<SupplierRejection> Rejected, string Reason)
{
    /// <summary>Finds the supplier to buy from.</summary>
    /// <returns>The best; nothing when none can deliver.</returns>
    public SupplierRating? Best() => Ranked.Count == 0 ? null : Ranked[0];
}
