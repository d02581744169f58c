using Commerce.Agents.Entities;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A shipment, for lists and searches: one part of an order on its way.</summary>
public sealed record TrackedShipment : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the short reference.</summary>
    public required string Number { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the order's short reference.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>Gets which part of the order, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>Gets the warehouse that it leaves from.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init; }

    /// <summary>Gets the service.</summary>
    public required CarrierService Service { get; init; }

    /// <summary>Gets the number to follow it by.</summary>
    public required TrackingNumber TrackingNumber { get; init; }

    /// <summary>Gets what its transport costs, without tax.</summary>
    public required Money Cost { get; init; }

    /// <summary>Gets the day that was promised when the label was bought.</summary>
    public DateOnly? Promised { get; init; }

    /// <summary>Gets where it is.</summary>
    public ShipmentStatus Status { get; init; }

    /// <summary>Gets a value indicating whether the promised day has passed and it has not arrived.</summary>
    public bool IsDelayed { get; init; }

    /// <summary>Gets a value indicating whether a person decides whether it is lost.</summary>
    public bool IsInLostReview { get; init; }

    /// <summary>Gets when its label was bought.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets the names of its labels in the <see cref="ILabelStore"/>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Gets the carrier's code of the last thing that happened.</summary>
    public string? LastEvent { get; init; }

    /// <summary>Gets when it happened.</summary>
    public DateTimeOffset? LastEventAt { get; init; }
}
