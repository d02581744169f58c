namespace Commerce.Agents.Domain.Orders;

/// <summary>Which step of a backorder may follow which. One that was ready waits again when its order has to reserve anew, after a payment that was declined.</summary>
public static class BackorderTransitions
{
    /// <summary>Gets the table.</summary>
    public static Transitions<BackorderStatus> Table { get; } = new("backorder", new Dictionary<BackorderStatus, BackorderStatus[]>
    {
        [BackorderStatus.None] = [BackorderStatus.Waiting],
        [BackorderStatus.Waiting] = [BackorderStatus.Ready, BackorderStatus.Cancelled, BackorderStatus.Expired],
        [BackorderStatus.Ready] = [BackorderStatus.Waiting],
    });
}
