namespace Commerce.Carriers;

/// <summary>A carrier that finds shops and lockers where parcels wait for their recipient.</summary>
public interface IPickupPointDirectory
{
    /// <summary>Searches around an address. Safe to repeat.</summary>
    /// <param name="request">The address and the limits.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The points, nearest first; empty when there are none.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<PickupPoint>> FindPickupPointsAsync(PickupPointRequest request, CancellationToken cancellationToken = default);
}
