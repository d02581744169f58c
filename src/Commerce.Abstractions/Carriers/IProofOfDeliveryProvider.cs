namespace Commerce.Carriers;

/// <summary>A carrier that gives a proof of delivery.</summary>
public interface IProofOfDeliveryProvider
{
    /// <summary>Fetches the proof. Safe to repeat.</summary>
    /// <param name="request">The parcel.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The document, or a refusal while there is none.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<ShippingDocument>> GetProofOfDeliveryAsync(TrackingRequest request, CancellationToken cancellationToken = default);
}
