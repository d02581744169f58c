namespace Commerce.Carriers;

/// <summary>A carrier that shows one pickup point by its number.</summary>
public interface IPickupPointFinder
{
    /// <summary>Reads a point. Safe to repeat.</summary>
    /// <param name="point">The point; its number is enough.</param>
    /// <param name="country">The country that it is in.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The point, or <see langword="null"/> when it does not exist or is closed for good.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<PickupPoint?> FindPickupPointAsync(PickupPointReference point, CountryCode country, CancellationToken cancellationToken = default);
}
