using Commerce.Agents.Entities;
using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>How a carrier's service does on a lane, for lists and for the choice of carriers.</summary>
public sealed record LaneRecord : IEntity
{
    /// <inheritdoc/>
    public required Guid Id { get; init; }

    /// <summary>Gets the carrier.</summary>
    public required CarrierCode Carrier { get; init; }

    /// <summary>Gets the service.</summary>
    public required CarrierService Service { get; init; }

    /// <summary>Gets the country where parcels start.</summary>
    public required CountryCode Origin { get; init; }

    /// <summary>Gets the country where they go.</summary>
    public required CountryCode Destination { get; init; }

    /// <summary>Gets the figures of the window.</summary>
    public required LaneFigures Figures { get; init; }

    /// <summary>Gets when a parcel last counted.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal CarrierPerformance ToPerformance() => new(
        Carrier, Service, new Lane(Origin, Destination), Figures.Deliveries, Figures.OnTimeRate, Figures.MeanTransitDays, Figures.NinetiethPercentileDays);
}
