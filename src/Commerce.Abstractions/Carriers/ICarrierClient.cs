namespace Commerce.Carriers;

/// <summary>One account at one carrier: what every carrier can do.</summary>
/// <remarks>
/// What only some carriers can do is an interface of its own that the same object implements
/// (<see cref="IRateProvider"/>, <see cref="IShipmentVoider"/> and so on); <see cref="Capabilities"/> tells which, and
/// why not, without a call. Clients are thread-safe.
/// </remarks>
public interface ICarrierClient
{
    /// <summary>Gets the carrier.</summary>
    CarrierCode Carrier { get; }

    /// <summary>Gets the name under which this account was registered.</summary>
    string Account { get; }

    /// <summary>Gets what this account can do, known offline.</summary>
    CarrierCapabilities Capabilities { get; }

    /// <summary>Buys the transport of one or more parcels and returns their labels.</summary>
    /// <param name="request">The parcels, the service, the parties.</param>
    /// <param name="cancellationToken">Stops waiting; the carrier may still create the shipment.</param>
    /// <returns>
    /// The shipment, or a refusal when the carrier judged the content and said no (address, weight, service): then
    /// nothing was bought, unless the refusal is a <see cref="PartialShipment"/>.
    /// </returns>
    /// <exception cref="CommerceException">
    /// A technical failure. When <see cref="CommerceException.IsOutcomeUnknown"/>, the shipment may exist: recover it as
    /// <see cref="CarrierCapabilities.Recovery"/> says before anything is bought again. A
    /// <see cref="PartialShipmentException"/> carries the parcels that exist for certain.
    /// </exception>
    Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads where a parcel is. Safe to repeat.</summary>
    /// <param name="request">The parcel.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The report, or <see langword="null"/> when the carrier does not know the number (yet).</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<TrackingReport?> TrackAsync(TrackingRequest request, CancellationToken cancellationToken = default);
}
