using Commerce.Carriers;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>A manifest whose parcels were handed over.</summary>
public sealed record ManifestHandover
{
    /// <summary>Gets the carrier; nothing while nothing was handed over.</summary>
    public CarrierCode? Carrier { get; init; }

    /// <summary>Gets the parcels.</summary>
    public IReadOnlyList<TrackingNumber> Parcels { get; init; } = [];
}
