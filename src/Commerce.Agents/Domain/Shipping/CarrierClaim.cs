using Commerce.Agents.Entities;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A claim against a carrier.</summary>
public sealed record CarrierClaim : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the shipment.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets which part of the order, from 1.</summary>
    public required int Part { get; init; }

    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init; }

    /// <summary>Gets the parcel.</summary>
    public required TrackingNumber TrackingNumber { get; init; }

    /// <summary>Gets what happened.</summary>
    public required CarrierClaimKind Kind { get; init; }

    /// <summary>Gets the names of documents and photographs.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Gets what is claimed: the smaller of the declared and the insured value.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets when it was filed.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Gets what became of it.</summary>
    public CarrierClaimStatus Status { get; init; }

    /// <summary>Gets what the carrier pays; nothing before it has answered.</summary>
    public Money? Settled { get; init; }

    /// <summary>Gets when the carrier answered.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }
}
