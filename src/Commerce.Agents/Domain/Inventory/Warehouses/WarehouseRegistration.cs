namespace Commerce.Agents.Domain.Inventory;

/// <summary>What the register remembers of a warehouse besides the warehouse itself.</summary>
public sealed record WarehouseRegistration
{
    /// <summary>Gets the kinds of alerts that are raised and not over: each is told once.</summary>
    public IReadOnlyList<string> OpenAlerts { get; init; } = [];
}
