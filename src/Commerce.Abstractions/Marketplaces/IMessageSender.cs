namespace Commerce.Marketplaces;

/// <summary>A marketplace through which the seller can write; whether answers can be read is up to <see cref="IMessagingClient"/>.</summary>
public interface IMessageSender
{
    /// <summary>Sends a message. Not safe to repeat: read the conversation first where that is possible.</summary>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Stops waiting; the message may still be sent.</param>
    /// <returns>The message as it was sent, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<SentMessage>> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default);
}
