namespace Commerce.Agents.Domain.Inventory;

/// <summary>Which step of a stock transfer may follow which.</summary>
public static class TransferTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<TransferStatus> Table { get; } = new("transfer", new Dictionary<TransferStatus, TransferStatus[]>
    {
        [TransferStatus.None] = [TransferStatus.Requested],
        [TransferStatus.Requested] = [TransferStatus.Reserved, TransferStatus.Cancelled],
        [TransferStatus.Reserved] = [TransferStatus.InTransit, TransferStatus.Cancelled],
        [TransferStatus.InTransit] = [TransferStatus.Received],
    });
}
