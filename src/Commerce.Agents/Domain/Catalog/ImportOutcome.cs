namespace Commerce.Agents.Domain.Catalog;

/// <summary>What became of a row of an import.</summary>
public enum ImportOutcome
{
    /// <summary>The product is on sale.</summary>
    Approved,

    /// <summary>It waits for somebody: the reason tells for what.</summary>
    Pending,

    /// <summary>It was refused: the refusals tell why.</summary>
    Rejected,
}
