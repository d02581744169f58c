namespace Commerce.Agents.Domain.Shipping;

/// <summary>Where a shipment is.</summary>
public enum ShipmentStatus
{
    /// <summary>The label is bought; the carrier does not have the parcel yet.</summary>
    Created,

    /// <summary>Collected from the sender.</summary>
    PickedUp,

    /// <summary>On its way between sites.</summary>
    InTransit,

    /// <summary>On the round to the recipient, or waiting for them at a pickup point.</summary>
    OutForDelivery,

    /// <summary>Handed over to the recipient.</summary>
    Delivered,

    /// <summary>The round came and could not deliver.</summary>
    FailedDelivery,

    /// <summary>On its way back, or back, at the sender.</summary>
    Returned,

    /// <summary>Held by an incident.</summary>
    Exception,

    /// <summary>The label was voided.</summary>
    Cancelled,

    /// <summary>Lost.</summary>
    Lost,
}
