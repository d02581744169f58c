using Commerce.Agents.Domain.Inventory;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>How a part of an order is sent: the shipping agent's state.</summary>
public sealed record OrderShipment
{
    /// <summary>Gets the order's number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Gets where it leaves from.</summary>
    public string Warehouse { get; init; } = StockPlace.Main;

    /// <summary>Gets the packages.</summary>
    public IReadOnlyList<Parcel> Packages { get; init; } = [];

    /// <summary>Gets where it goes.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Gets what the carrier must be able to do.</summary>
    public CarrierRequirements Requirements { get; init; } = new();

    /// <summary>Gets the carriers in the order in which they are tried.</summary>
    public IReadOnlyList<CarrierChoice> Choices { get; init; } = [];

    /// <summary>Gets a value indicating whether its order was cancelled: no label is bought.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Gets a value indicating whether no carrier took it: a carrier is chosen anew when it is told to be ready once more.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>Gets the one that carries it, once its label is bought.</summary>
    public CarrierChoice? Carrier { get; init; }

    /// <summary>Gets the shipment, once its label is bought.</summary>
    public ShipmentId? ShipmentId { get; init; }

    /// <summary>Gets the carrier's number of the shipment.</summary>
    public CarrierShipmentId? CarrierShipmentId { get; init; }

    /// <summary>Gets the tracking number.</summary>
    public TrackingNumber? TrackingNumber { get; init; }

    /// <summary>Gets what was agreed, without tax.</summary>
    public Money? Cost { get; init; }

    /// <summary>Gets the names of the labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Gets when the label was bought.</summary>
    public DateTimeOffset? BoughtAt { get; init; }

    /// <summary>Gets where the parcel is; nothing before its label is bought.</summary>
    public ShipmentStatus? Status { get; init; }

    /// <summary>Gets the carriers' word for where it is, which tells more: it may wait at a pickup point.</summary>
    public TrackingStatus? Word { get; init; }

    /// <summary>Gets the time of the event that gave the status.</summary>
    public DateTimeOffset? StatusAt { get; init; }

    /// <summary>Gets what happened to the parcel, in the order in which it was learnt.</summary>
    public IReadOnlyList<TrackingEvent> Events { get; init; } = [];

    /// <summary>Gets what is to be known besides: late corrections, what operators did.</summary>
    public IReadOnlyList<ShipmentNote> Notes { get; init; } = [];

    /// <summary>Gets when the carrier expects to deliver, when it tells.</summary>
    public DateTimeOffset? EstimatedDelivery { get; init; }

    /// <summary>Gets when the carrier last pushed something.</summary>
    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>Gets when it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets a value indicating whether carriers have learnt from its arrival.</summary>
    public bool IsSampled { get; init; }

    /// <summary>Gets when it was first found late.</summary>
    public DateTimeOffset? DelayedAt { get; init; }

    /// <summary>Gets when the carrier was first asked to look after it.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>Gets since when a person decides whether it is lost.</summary>
    public DateTimeOffset? LostReviewAt { get; init; }

    /// <summary>Gets a value indicating whether its label is bought and not voided.</summary>
    public bool HasLabel => Carrier is not null && Status != ShipmentStatus.Cancelled;

    /// <summary>Notes something.</summary>
    /// <param name="at">When.</param>
    /// <param name="text">What.</param>
    /// <returns>The shipment with the note.</returns>
    internal OrderShipment Noting(DateTimeOffset at, string text) => this with { Notes = [.. Notes, new ShipmentNote(at, text)] };
}
