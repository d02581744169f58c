namespace Commerce.Carriers;

/// <summary>A carrier that tells delivery dates without prices.</summary>
public interface ITransitTimeProvider
{
    /// <summary>Asks for delivery dates. Safe to repeat.</summary>
    /// <param name="request">The lane and the parcels.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One entry for each service that runs there; empty when none does.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<TransitTime>> GetTransitTimesAsync(RateRequest request, CancellationToken cancellationToken = default);
}
