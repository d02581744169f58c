namespace Commerce;

/// <summary>Proves that a call comes from the vendor, and reads it. Fails closed.</summary>
/// <typeparam name="TEvent">The vendor-neutral event.</typeparam>
public interface IWebhookVerifier<TEvent>
    where TEvent : class
{
    /// <summary>Checks signature and age, then reads the event.</summary>
    /// <param name="request">The call as received.</param>
    /// <returns>
    /// The event, or a refusal: <see cref="RefusalCode.Forbidden"/> for a missing, malformed or wrong signature,
    /// <see cref="RefusalCode.WindowExpired"/> for one that is too old or too far ahead,
    /// <see cref="RefusalCode.Validation"/> for a genuine call whose body cannot be read.
    /// </returns>
    Outcome<TEvent> Verify(WebhookRequest request);
}
