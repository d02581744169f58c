using Commerce.Carriers;

namespace Commerce.Agents.Domain.Orders;

/// <summary>What of an order leaves one warehouse together.</summary>
public sealed record OrderPart
{
    /// <summary>Gets the warehouse.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets the quantities by product.</summary>
    public required IReadOnlyDictionary<Sku, int> Lines { get; init; }

    /// <summary>Gets whether somebody picks it.</summary>
    public bool IsPicking { get; init; }

    /// <summary>Gets the carrier, once its label is bought.</summary>
    public CarrierCode? Carrier { get; init; }

    /// <summary>Gets the number to follow it by.</summary>
    public TrackingNumber? TrackingNumber { get; init; }

    /// <summary>Gets where the parcel is.</summary>
    public TrackingStatus? Status { get; init; }

    internal bool IsWithCarrier => Status is { } status && status != TrackingStatus.Created && status != TrackingStatus.Cancelled && status != TrackingStatus.Unknown;
}
