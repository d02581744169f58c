namespace Commerce.Agents.Domain.Orders;

/// <summary>Where a request to cancel an order is.</summary>
public enum CancellationStatus
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It waits for a decision.</summary>
    Pending,

    /// <summary>It is approved; the order is being asked.</summary>
    Approved,

    /// <summary>It was refused or withdrawn.</summary>
    Rejected,

    /// <summary>The order is cancelled; stock and money go back.</summary>
    Processing,

    /// <summary>All is undone.</summary>
    Completed,

    /// <summary>The order had left, or the money does not go back by itself.</summary>
    Failed,
}
