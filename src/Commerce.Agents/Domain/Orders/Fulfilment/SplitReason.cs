namespace Commerce.Agents.Domain.Orders;

/// <summary>Why an order is shipped in parts.</summary>
public enum SplitReason
{
    /// <summary>No warehouse has everything.</summary>
    MultiWarehouse,

    /// <summary>Some of it is nowhere yet.</summary>
    PartialAvailability,

    /// <summary>Parts arrive earlier.</summary>
    DeliverySpeed,

    /// <summary>No carrier takes it in one.</summary>
    CarrierLimitations,

    /// <summary>The buyer asked for it.</summary>
    CustomerRequest,

    /// <summary>Parts cost less.</summary>
    CostOptimization,
}
