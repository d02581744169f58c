namespace Commerce.Agents.Domain.Inventory;

/// <summary>An order that was packed.</summary>
public sealed record PackedOrder
{
    /// <summary>Gets the number of packages.</summary>
    public int PackageCount { get; init; }
}
