namespace Commerce.Agents.Domain.Inventory;

/// <summary>Why products are counted.</summary>
public enum CycleCountKind
{
    /// <summary>It is their turn.</summary>
    Cycle,

    /// <summary>Everything in the warehouse is counted.</summary>
    Full,

    /// <summary>Something seems to be wrong with one of them.</summary>
    Spot,

    /// <summary>It is their turn, and those who count are not told how many there should be.</summary>
    Blind,
}
