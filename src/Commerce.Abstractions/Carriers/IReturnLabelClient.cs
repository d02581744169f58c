namespace Commerce.Carriers;

/// <summary>A carrier that makes labels for the way back.</summary>
public interface IReturnLabelClient
{
    /// <summary>Buys a return: <see cref="ShipmentRequest.Sender"/> is the buyer, <see cref="ShipmentRequest.Recipient"/> the merchant.</summary>
    /// <param name="request">The return, with a return service of the carrier.</param>
    /// <param name="cancellationToken">Stops waiting; the carrier may still create it.</param>
    /// <returns>The shipment with its label or code, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure, as for <see cref="ICarrierClient.CreateShipmentAsync"/>.</exception>
    Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default);
}
