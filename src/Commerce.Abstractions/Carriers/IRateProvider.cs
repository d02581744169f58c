namespace Commerce.Carriers;

/// <summary>A carrier that tells prices.</summary>
public interface IRateProvider
{
    /// <summary>Asks for prices. Safe to repeat.</summary>
    /// <param name="request">The lane and the parcels.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The quotes; none, with messages, when the carrier serves the lane with nothing.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default);
}
