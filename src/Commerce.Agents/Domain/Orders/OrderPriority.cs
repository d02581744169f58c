namespace Commerce.Agents.Domain.Orders;

/// <summary>How urgent an order is: what is more urgent is picked first.</summary>
public enum OrderPriority
{
    /// <summary>When nothing else waits.</summary>
    Low,

    /// <summary>In its turn.</summary>
    Normal,

    /// <summary>Before the normal ones.</summary>
    High,

    /// <summary>Before all others.</summary>
    Urgent,
}
