namespace Commerce.Agents.Domain.Inventory;

/// <summary>From whom a product was last bought on recommendation.</summary>
public sealed record Sourcing
{
    /// <summary>Gets the supplier's code; nothing when none could be found.</summary>
    public string? Supplier { get; init; }
}
