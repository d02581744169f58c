namespace Commerce.Agents.Domain.Inventory;

/// <summary>The warehouse of one order, and what was looked at.</summary>
public sealed record WarehouseSelection
{
    /// <summary>Gets the warehouse's code; nothing when none can ship.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Gets those that can ship, the best first.</summary>
    public IReadOnlyList<WarehouseRating> Ranked { get; init; } = [];

    /// <summary>Gets those that cannot, with reasons.</summary>
    public IReadOnlyList<WarehouseRejection> Rejected { get; init; } = [];
}
