namespace Commerce.Marketplaces;

/// <summary>
/// Reads notifications that come through a queue of the seller's own, where nobody signs them: whoever may write to the queue is
/// trusted. For calls from the internet there is <see cref="IWebhookVerifier{TEvent}"/>.
/// </summary>
public interface INotificationReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="message">The bytes as they were taken from the queue.</param>
    /// <returns>The notification, or a refusal with <see cref="RefusalCode.Validation"/> when it cannot be read.</returns>
    Outcome<MarketplaceNotification> Read(ReadOnlyMemory<byte> message);
}
