namespace Commerce.Agents.Domain.Inventory;

/// <summary>Where a purchase order is.</summary>
public enum PurchaseOrderStatus
{
    /// <summary>It is being put together.</summary>
    Draft,

    /// <summary>The supplier has it.</summary>
    Sent,

    /// <summary>The supplier has told when it comes.</summary>
    Confirmed,

    /// <summary>Some of it is here.</summary>
    PartiallyReceived,

    /// <summary>All of it is here.</summary>
    Received,

    /// <summary>It was called off.</summary>
    Cancelled,
}
