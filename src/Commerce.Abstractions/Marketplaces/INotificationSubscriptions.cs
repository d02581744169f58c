namespace Commerce.Marketplaces;

/// <summary>A marketplace where the seller says what is pushed.</summary>
public interface INotificationSubscriptions
{
    /// <summary>Lists the subscriptions. Safe to repeat.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>All of them.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<IReadOnlyList<NotificationSubscription>> ListSubscriptionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Subscribes. Safe to repeat: one for the same type and destination counts as done. The endpoint may be called before this returns.</summary>
    /// <param name="request">What and where to.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still do it.</param>
    /// <returns>The subscription, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<NotificationSubscription>> CreateSubscriptionAsync(NotificationSubscriptionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends a subscription. Safe to repeat.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still do it.</param>
    /// <returns>The subscription that has ended, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<NotificationSubscription>> DeleteSubscriptionAsync(NotificationSubscriptionId id, CancellationToken cancellationToken = default);

    /// <summary>Asks the marketplace to push an example.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still do it.</param>
    /// <returns>The subscription, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<NotificationSubscription>> TestSubscriptionAsync(NotificationSubscriptionId id, CancellationToken cancellationToken = default);
}
