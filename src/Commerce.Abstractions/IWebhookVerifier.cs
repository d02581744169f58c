namespace Commerce;

/// <summary>Proves that a call comes from the vendor, and reads it. Fails closed.</summary>
/// <typeparam name="TEvent">The vendor-neutral event.</typeparam>
public interface IWebhookVerifier<TEvent>
    where TEvent : class
{
    /// <summary>Checks that the call is genuine and fresh, then reads the event. Some vendors' keys are fetched first, then kept.</summary>
    /// <param name="request">The call as received.</param>
    /// <param name="cancellationToken">Stops the fetching of a key.</param>
    /// <returns>
    /// The event, or a refusal: <see cref="RefusalCode.Forbidden"/> for a missing, malformed or wrong signature,
    /// <see cref="RefusalCode.WindowExpired"/> for one that is too old or too far ahead,
    /// <see cref="RefusalCode.Validation"/> for a genuine call whose body cannot be read.
    /// </returns>
    /// <exception cref="CommerceException">The key cannot be fetched now: answer 503, so that the vendor calls again.</exception>
    ValueTask<Outcome<TEvent>> VerifyAsync(WebhookRequest request, CancellationToken cancellationToken = default);
}
