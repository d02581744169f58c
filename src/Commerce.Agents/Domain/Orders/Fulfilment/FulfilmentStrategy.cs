namespace Commerce.Agents.Domain.Orders;

/// <summary>How an order is shipped.</summary>
public enum FulfilmentStrategy
{
    /// <summary>All from one warehouse.</summary>
    SingleWarehouse,

    /// <summary>From several warehouses.</summary>
    SplitShipment,

    /// <summary>From the supplier to the buyer.</summary>
    Dropship,

    /// <summary>The buyer fetches it.</summary>
    StorePickup,

    /// <summary>In several of these ways.</summary>
    Hybrid,
}
