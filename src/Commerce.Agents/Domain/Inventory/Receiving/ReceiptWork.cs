namespace Commerce.Agents.Domain.Inventory;

/// <summary>What the receipt agent waits for; the receipt or return itself is an entity.</summary>
public sealed record ReceiptWork
{
    /// <summary>Gets how many inspections are not over.</summary>
    public int Awaited { get; init; }
}
