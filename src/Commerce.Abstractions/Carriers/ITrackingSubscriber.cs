namespace Commerce.Carriers;

/// <summary>A carrier that pushes what happens to parcels, instead of being asked.</summary>
public interface ITrackingSubscriber
{
    /// <summary>Asks for pushes about parcels. Safe to repeat; carriers let subscriptions end by themselves (UPS after 14 days).</summary>
    /// <param name="trackingNumbers">The parcels: 1 to 100.</param>
    /// <param name="callback">Where to push to.</param>
    /// <param name="secret">What the carrier shows with each push, so that it can be told from others.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Each parcel with what became of it.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<ItemOutcome<TrackingNumber>>> SubscribeAsync(
        IReadOnlyList<TrackingNumber> trackingNumbers, Uri callback, Secret secret, CancellationToken cancellationToken = default);
}
