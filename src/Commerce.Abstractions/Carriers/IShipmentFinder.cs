namespace Commerce.Carriers;

/// <summary>A carrier that finds a shipment by the reference that was sent with it: the way out of a lost answer.</summary>
public interface IShipmentFinder
{
    /// <summary>Looks for a shipment. Safe to repeat; nothing is bought.</summary>
    /// <param name="request">The key, and when it was used.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The shipment, with its label where the carrier gives it again; <see langword="null"/> when none has that key.</returns>
    /// <exception cref="CommerceException">A technical failure: then it is not known whether the shipment exists.</exception>
    Task<Shipment?> FindShipmentAsync(FindShipmentRequest request, CancellationToken cancellationToken = default);
}
