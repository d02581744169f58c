namespace Commerce.Agents.Domain.Inventory;

/// <summary>Where a count is.</summary>
public enum CycleCountStatus
{
    /// <summary>It does not exist.</summary>
    None,

    /// <summary>It is being counted.</summary>
    Open,

    /// <summary>It was counted and is compared with the levels.</summary>
    Submitted,

    /// <summary>Somebody must decide on differences.</summary>
    AwaitingApproval,

    /// <summary>Levels are being corrected.</summary>
    Correcting,

    /// <summary>It is over.</summary>
    Completed,
}
