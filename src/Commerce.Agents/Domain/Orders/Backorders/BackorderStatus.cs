namespace Commerce.Agents.Domain.Orders;

/// <summary>Where a backorder is.</summary>
public enum BackorderStatus
{
    /// <summary>It does not exist.</summary>
    None,

    /// <summary>Units are missing.</summary>
    Waiting,

    /// <summary>All units are kept for the order.</summary>
    Ready,

    /// <summary>The order was cancelled.</summary>
    Cancelled,

    /// <summary>The units did not come in time; the order is cancelled for that.</summary>
    Expired,
}
