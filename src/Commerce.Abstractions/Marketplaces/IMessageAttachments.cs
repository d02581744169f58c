namespace Commerce.Marketplaces;

/// <summary>A marketplace where the files of messages can be fetched.</summary>
public interface IMessageAttachments
{
    /// <summary>Fetches a file. Safe to repeat.</summary>
    /// <param name="threadId">The conversation.</param>
    /// <param name="attachmentId">The key in <see cref="ThreadMessage.AttachmentIds"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The file, or <see langword="null"/> when it is not known.</returns>
    /// <exception cref="CommerceException">A technical failure.</exception>
    Task<MessageAttachment?> GetAttachmentAsync(ThreadId threadId, string attachmentId, CancellationToken cancellationToken = default);
}
