using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Products of a warehouse that are counted.</summary>
public sealed record CycleCount : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets why they are counted.</summary>
    public required CycleCountKind Kind { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets where it is.</summary>
    public CycleCountStatus Status { get; init; }

    /// <summary>Gets what is counted, each product once.</summary>
    public IReadOnlyList<CycleCountLine> Lines { get; init; } = [];

    /// <summary>Gets when it was begun.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets who counted.</summary>
    public string? Counter { get; init; }

    /// <summary>Gets who decided on differences last.</summary>
    public string? Approver { get; init; }

    /// <summary>Gets when it was over.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    internal CycleCount With(Sku sku, Func<CycleCountLine, CycleCountLine> change) =>
        this with { Lines = [.. Lines.Select(line => line.Sku == sku ? change(line) : line)] };

    internal IReadOnlyList<CountVariance> Variances(Func<CycleCountLine, bool> which) =>
        [.. Lines.Where(line => line.Variance() != 0 && which(line)).Select(static line => new CountVariance(line.Sku, line.Expected!.Value, line.Counted!.Value, line.Status))];
}
