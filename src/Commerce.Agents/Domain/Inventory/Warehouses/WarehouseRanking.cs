namespace Commerce.Agents.Domain.Inventory;

/// <summary>The warehouses for an order, the best first.</summary>
/// <param name="Ranked">Those that can ship, the best first.</param>
/// <param name="Rejected">Those that cannot, with reasons, by code.</param>
/// <param name="Reason">The choice in one sentence.</param>
public sealed record WarehouseRanking(
    IReadOnlyList<WarehouseRating> Ranked, IReadOnlyList<WarehouseRejection> Rejected, string Reason)
{
    /// <summary>Finds the warehouse to ship from.</summary>
    /// <returns>The best; nothing when none can ship.</returns>
    public WarehouseRating? Best() => Ranked.Count == 0 ? null : Ranked[0];
}
