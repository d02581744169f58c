namespace Commerce.Carriers;

/// <summary>A carrier that comes to collect parcels.</summary>
public interface IPickupScheduler
{
    /// <summary>Books a collection.</summary>
    /// <param name="request">Where, when and how much.</param>
    /// <param name="cancellationToken">Stops waiting; the carrier may still come.</param>
    /// <returns>The booking, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<PickupBooking>> BookPickupAsync(PickupRequest request, CancellationToken cancellationToken = default);
}
