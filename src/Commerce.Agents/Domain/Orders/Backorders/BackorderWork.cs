namespace Commerce.Agents.Domain.Orders;

/// <summary>What an order waits for.</summary>
public sealed record BackorderWork
{
    /// <summary>Gets where it is.</summary>
    public BackorderStatus Status { get; init; }

    /// <summary>Gets what it waits for, each product once; also listed as entities.</summary>
    public IReadOnlyList<Backorder> Lines { get; init; } = [];
}
