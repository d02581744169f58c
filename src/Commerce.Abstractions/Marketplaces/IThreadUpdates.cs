namespace Commerce.Marketplaces;

/// <summary>A marketplace where conversations can be closed or marked as read.</summary>
public interface IThreadUpdates
{
    /// <summary>Changes a conversation. Safe to repeat.</summary>
    /// <param name="update">What changes: at least one thing.</param>
    /// <param name="cancellationToken">Stops waiting; the marketplace may still do it.</param>
    /// <returns>The conversation as it is now, or a refusal.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<Outcome<MessageThread>> UpdateThreadAsync(ThreadUpdate update, CancellationToken cancellationToken = default);
}
