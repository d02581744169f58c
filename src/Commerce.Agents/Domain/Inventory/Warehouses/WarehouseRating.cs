namespace Commerce.Agents.Domain.Inventory;

/// <summary>What a warehouse is worth for an order.</summary>
public sealed record WarehouseRating
{
    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets the score: 0 to 100, two decimals.</summary>
    public required decimal Score { get; init; }

    /// <summary>Gets what made the score: each value is 0 to 100.</summary>
    public required IReadOnlyList<DecisionPart> Parts { get; init; }

    /// <summary>Gets the share of lines that it has in full: 0 to 1.</summary>
    public required decimal Availability { get; init; }

    /// <summary>Gets the distance in kilometres, one decimal.</summary>
    public required decimal Kilometres { get; init; }

    /// <summary>Gets the estimated shipping cost, in euros.</summary>
    public required Money EstimatedCost { get; init; }

    /// <summary>Gets the estimated days until delivery.</summary>
    public required int EstimatedDays { get; init; }
}
