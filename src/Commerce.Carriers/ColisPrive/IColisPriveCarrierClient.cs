namespace Commerce.Carriers.ColisPrive;

/// <summary>What only Colis Privé has.</summary>
/// <remarks>Numbers have 17 characters, the parcel's 12 and the recipient's postal code; 12 do with a postal code in the request.</remarks>
public interface IColisPriveCarrierClient : ICarrierClient
{
    /// <summary>Asks whether the service answers and takes the credentials. Safe to repeat.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="CommerceException">It does not.</exception>
    Task TestAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a container for parcels, with its label; put its code into the vendor field <c>CntrCode</c> of shipments.</summary>
    /// <param name="label">The form of the label: PDF.</param>
    /// <param name="cancellationToken">Stops waiting; the container may still be made.</param>
    /// <returns>The container, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure. A container can be made anew: an unused one does no harm.</exception>
    Task<Outcome<ColisPriveContainer>> CreateContainerAsync(LabelSpecification label, CancellationToken cancellationToken = default);

    /// <summary>Reads a parcel with what may still be changed about its delivery. Safe to repeat.</summary>
    /// <param name="request">The parcel.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The parcel, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<ColisPriveParcel?> ReadParcelAsync(TrackingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the days of a second delivery. Safe to repeat.</summary>
    /// <param name="request">The parcel.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The days, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<IReadOnlyList<ColisPriveDeliverySlot>>> GetDeliveryDaysAsync(TrackingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for a second delivery. The same request again changes nothing.</summary>
    /// <param name="request">The parcel.</param>
    /// <param name="day">One of the days that <see cref="GetDeliveryDaysAsync"/> listed.</param>
    /// <param name="recipient">Where to.</param>
    /// <param name="toThirdParty">Whether it goes to somebody else (<c>tiers</c>) and not to the recipient's home (<c>domicile</c>).</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The number, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<ColisPriveRedirection>> DeliverAgainAsync(
        TrackingRequest request, DateOnly day, Party recipient, bool toThirdParty = false, CancellationToken cancellationToken = default);

    /// <summary>Lists the pickup points to which an existing parcel may go. Safe to repeat.</summary>
    /// <param name="request">The parcel.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The points in Colis Privé's order, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<IReadOnlyList<ColisPrivePickupOffer>>> GetPickupPointsAsync(TrackingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends an existing parcel to a pickup point. The same request again changes nothing.</summary>
    /// <param name="request">The parcel.</param>
    /// <param name="point">The point; its number is enough.</param>
    /// <param name="contact">Where the recipient is told; nothing is sent when not given.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The number, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<ColisPriveRedirection>> SendToPickupPointAsync(
        TrackingRequest request, PickupPointReference point, Contact? contact = null, CancellationToken cancellationToken = default);
}
