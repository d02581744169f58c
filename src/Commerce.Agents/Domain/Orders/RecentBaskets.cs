namespace Commerce.Agents.Domain.Orders;

/// <summary>What a buyer ordered in the last minutes.</summary>
public sealed record RecentBaskets
{
    /// <summary>Gets the baskets, oldest first.</summary>
    public IReadOnlyList<RecentBasket> Baskets { get; init; } = [];
}
