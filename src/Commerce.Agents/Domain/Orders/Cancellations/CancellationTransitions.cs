namespace Commerce.Agents.Domain.Orders;

/// <summary>Which step of a cancellation may follow which.</summary>
public static class CancellationTransitions
{
    /// <summary>Gets the table. After one that was refused or has failed another may be asked for.</summary>
    public static Transitions<CancellationStatus> Table { get; } = new("cancellation", new Dictionary<CancellationStatus, CancellationStatus[]>
    {
        [CancellationStatus.None] = [CancellationStatus.Pending],
        [CancellationStatus.Pending] = [CancellationStatus.Approved, CancellationStatus.Rejected],
        [CancellationStatus.Approved] = [CancellationStatus.Processing, CancellationStatus.Failed],
        [CancellationStatus.Processing] = [CancellationStatus.Completed, CancellationStatus.Failed],
        [CancellationStatus.Rejected] = [CancellationStatus.Pending],
        [CancellationStatus.Failed] = [CancellationStatus.Pending],
    });
}
