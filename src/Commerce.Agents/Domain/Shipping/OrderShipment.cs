using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>How an order is sent: the shipping agent's state.</summary>
public sealed record OrderShipment
{
    /// <summary>Gets the order's number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Gets the packages.</summary>
    public IReadOnlyList<Parcel> Packages { get; init; } = [];

    /// <summary>Gets where it goes.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Gets the carriers in the order in which they are tried.</summary>
    public IReadOnlyList<CarrierChoice> Choices { get; init; } = [];

    /// <summary>Gets the one that carries it, once its label is bought.</summary>
    public CarrierChoice? Carrier { get; init; }

    /// <summary>Gets the tracking number.</summary>
    public TrackingNumber? TrackingNumber { get; init; }

    /// <summary>Gets where the parcel is.</summary>
    public TrackingStatus? Status { get; init; }
}
