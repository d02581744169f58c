using Commerce.Carriers;

namespace Commerce.Agents.Domain.Shipping;

/// <summary>What a carrier answered when a label was bought; small, because it is written down.</summary>
/// <param name="TrackingNumber">The first parcel's number; none when refused.</param>
/// <param name="Price">The price, where the carrier tells one.</param>
/// <param name="Refusal">Why not; none when bought.</param>
public sealed record LabelPurchase(TrackingNumber? TrackingNumber, Money? Price = null, string? Refusal = null)
{
    /// <summary>Gets the carrier's number of the shipment, which voiding needs.</summary>
    public CarrierShipmentId? CarrierShipmentId { get; init; }

    /// <summary>Gets the names of the labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}
