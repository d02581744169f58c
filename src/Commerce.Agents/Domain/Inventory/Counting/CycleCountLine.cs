namespace Commerce.Agents.Domain.Inventory;

/// <summary>One product of a count.</summary>
public sealed record CycleCountLine
{
    /// <summary>Gets the product.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Gets how many there should be, as it is told to those who count; nothing in a blind count.</summary>
    public int? Shown { get; init; }

    /// <summary>Gets how many there are.</summary>
    public int? Counted { get; init; }

    /// <summary>Gets the cost of one, when it was told.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Gets how many there should have been when the count was told.</summary>
    public int? Expected { get; init; }

    /// <summary>Gets what becomes of it.</summary>
    public CountLineStatus Status { get; init; }

    /// <summary>Tells how many more there are than there should be.</summary>
    /// <returns>The number, negative when some are missing; 0 before it is known.</returns>
    public int Variance() => (Counted - Expected) ?? 0;
}
