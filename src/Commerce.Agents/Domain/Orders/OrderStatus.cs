namespace Commerce.Agents.Domain.Orders;

/// <summary>Where an order is.</summary>
public enum OrderStatus
{
    /// <summary>It does not exist yet.</summary>
    None,

    /// <summary>Accepted; stock and money are being secured.</summary>
    Pending,

    /// <summary>The payment was declined; the buyer may try again.</summary>
    PaymentFailed,

    /// <summary>A person must look.</summary>
    OnHold,

    /// <summary>Stock and money are safe.</summary>
    Confirmed,

    /// <summary>Being picked and packed.</summary>
    Processing,

    /// <summary>Some parcels are with the carrier.</summary>
    PartiallyShipped,

    /// <summary>All parcels are with the carrier.</summary>
    Shipped,

    /// <summary>All parcels have arrived.</summary>
    Delivered,

    /// <summary>Closed.</summary>
    Completed,

    /// <summary>Cancelled before hand-over.</summary>
    Cancelled,

    /// <summary>Everything came back.</summary>
    Returned,

    /// <summary>All of the money went back.</summary>
    Refunded,
}
