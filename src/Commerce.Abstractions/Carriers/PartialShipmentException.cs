namespace Commerce.Carriers;

/// <summary>A technical failure after a part was bought, at a carrier that takes one parcel at a time.</summary>
/// <remarks>
/// <see cref="CommerceException.IsOutcomeUnknown"/> speaks of the parcel that failed: it may exist too. What is in <see cref="Bought"/> exists.
/// </remarks>
public sealed class PartialShipmentException : CommerceException
{
    /// <summary>Creates the failure.</summary>
    /// <param name="bought">What was bought, with its labels.</param>
    /// <param name="missingParcels">The positions in the request of the other parcels: the first of them failed, the rest were not asked for.</param>
    /// <param name="cause">The failure.</param>
    public PartialShipmentException(Shipment bought, IReadOnlyList<int> missingParcels, CommerceException cause)
        : base((cause ?? throw new ArgumentNullException(nameof(cause))).Kind, cause.Message, cause)
    {
        Bought = Guard.NotNull(bought, nameof(bought));
        MissingParcels = Guard.NotEmpty(missingParcels, 99, nameof(missingParcels));
        (Vendor, Operation, VendorCode, VendorMessage) = (cause.Vendor, cause.Operation, cause.VendorCode, cause.VendorMessage);
        (Field, HttpStatus, RequestId, RetryAfter) = (cause.Field, cause.HttpStatus, cause.RequestId, cause.RetryAfter);
        (RawBody, WasNeverSent) = (cause.RawBody, cause.WasNeverSent);
    }

    /// <summary>Gets what was bought, with its labels.</summary>
    public Shipment Bought { get; }

    /// <summary>Gets the positions in the request of the parcels that were not bought for certain.</summary>
    public IReadOnlyList<int> MissingParcels { get; }
}
