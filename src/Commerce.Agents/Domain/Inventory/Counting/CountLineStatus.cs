namespace Commerce.Agents.Domain.Inventory;

/// <summary>What becomes of one line of a count.</summary>
public enum CountLineStatus
{
    /// <summary>It is not compared yet.</summary>
    Open,

    /// <summary>There are as many as there should be.</summary>
    Right,

    /// <summary>Somebody must decide.</summary>
    Waiting,

    /// <summary>The level is being corrected.</summary>
    Correcting,

    /// <summary>The level is corrected.</summary>
    Corrected,

    /// <summary>The level stays.</summary>
    Rejected,
}
