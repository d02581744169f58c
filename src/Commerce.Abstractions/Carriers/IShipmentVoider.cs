namespace Commerce.Carriers;

/// <summary>A carrier that cancels shipments before they are handed over.</summary>
public interface IShipmentVoider
{
    /// <summary>Cancels a shipment. Safe to repeat: one that is cancelled already counts as done.</summary>
    /// <param name="request">The shipment.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The confirmation, or a refusal when it is unknown or too late.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<VoidConfirmation>> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default);
}
