namespace Commerce.Marketplaces;

/// <summary>A marketplace with conversations between buyer, seller and operator.</summary>
public interface IMessagingClient : IMessageSender
{
    /// <summary>Lists conversations. Safe to repeat.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The conversations, page by page.</returns>
    Paged<MessageThread> ListThreads(ThreadQuery query);

    /// <summary>Reads one conversation with its messages. Safe to repeat.</summary>
    /// <param name="threadId">The conversation.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The conversation, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<MessageThread?> FindThreadAsync(ThreadId threadId, CancellationToken cancellationToken = default);
}
