namespace Commerce.Carriers;

/// <summary>A carrier that takes the booking of a collection back.</summary>
public interface IPickupCanceller
{
    /// <summary>Cancels a collection. Safe to repeat.</summary>
    /// <param name="booking">The booking, whole: some carriers need more than its number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The booking, or a refusal when it is too late.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<PickupBooking>> CancelPickupAsync(PickupBooking booking, CancellationToken cancellationToken = default);
}
