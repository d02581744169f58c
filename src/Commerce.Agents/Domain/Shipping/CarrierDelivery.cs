using Commerce.Agents.Entities;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>A parcel that has arrived, from which its carrier's punctuality is learnt.</summary>
public sealed record CarrierDelivery : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init; }

    /// <summary>Gets the parcel: its service, its lane and its days.</summary>
    public required DeliverySample Sample { get; init; }

    /// <summary>Gets what its transport cost, without tax.</summary>
    public required Money Cost { get; init; }
}
