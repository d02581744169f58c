namespace Commerce.Agents.Domain.Inventory;

/// <summary>Which step of a count may follow which.</summary>
public static class CycleCountTransitions
{
    /// <summary>Gets the table. A correction that cannot be made, because units are reserved, waits for somebody again.</summary>
    public static Transitions<CycleCountStatus> Table { get; } = new("count", new Dictionary<CycleCountStatus, CycleCountStatus[]>
    {
        [CycleCountStatus.None] = [CycleCountStatus.Open],
        [CycleCountStatus.Open] = [CycleCountStatus.Submitted],
        [CycleCountStatus.Submitted] = [CycleCountStatus.AwaitingApproval, CycleCountStatus.Correcting, CycleCountStatus.Completed],
        [CycleCountStatus.AwaitingApproval] = [CycleCountStatus.Correcting, CycleCountStatus.Completed],
        [CycleCountStatus.Correcting] = [CycleCountStatus.AwaitingApproval, CycleCountStatus.Completed],
    });
}
