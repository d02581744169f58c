namespace Commerce.Carriers;

/// <summary>A carrier that tells when it can collect.</summary>
public interface IPickupCalendar
{
    /// <summary>Asks for possible collections. Safe to repeat.</summary>
    /// <param name="request">Where, from which day on, and how much; its times are a wish.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The slots, earliest first; empty when there are none.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<PickupSlot>> FindPickupSlotsAsync(PickupRequest request, CancellationToken cancellationToken = default);
}
