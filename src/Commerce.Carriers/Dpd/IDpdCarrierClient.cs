namespace Commerce.Carriers.Dpd;

/// <summary>What only DPD has.</summary>
public interface IDpdCarrierClient : ICarrierClient
{
    /// <summary>Has a parcel collected at somebody else's address and brought to the recipient (META-API <c>colreq</c>).</summary>
    /// <param name="request">
    /// The parcel, exactly one: <see cref="ShipmentRequest.Sender"/> is where it is collected, <see cref="ShipmentRequest.Recipient"/> where it goes.
    /// Its label is printed by the driver; options, customs and pickup points are refused.
    /// </param>
    /// <param name="slot">The day, and from when until when, local to the place.</param>
    /// <param name="cancellationToken">Stops waiting; DPD may still come.</param>
    /// <returns>The collection, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure. DPD has no way to look a collection up: do not repeat one whose outcome is unknown.</exception>
    /// <remarks>Source: META-API 2.30.48, <c>POST /shipping/v1/colreq</c>.</remarks>
    Task<Outcome<DpdCollection>> RequestCollectionAsync(ShipmentRequest request, PickupSlot slot, CancellationToken cancellationToken = default);
}
