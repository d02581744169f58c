namespace Commerce.Agents.Domain.Orders;

/// <summary>Where a part of an order is.</summary>
public enum PartialShipmentStatus
{
    /// <summary>It is planned.</summary>
    Pending,

    /// <summary>It is being packed.</summary>
    Processing,

    /// <summary>The carrier has it.</summary>
    Shipped,

    /// <summary>It is on its way.</summary>
    InTransit,

    /// <summary>It arrives today.</summary>
    OutForDelivery,

    /// <summary>It has arrived.</summary>
    Delivered,

    /// <summary>It will not arrive: its goods are to be shipped again.</summary>
    Failed,

    /// <summary>It came back after it had been shipped.</summary>
    Returned,
}
