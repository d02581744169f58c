namespace Commerce.Agents.Storage;

/// <summary>An answer for a process that asked.</summary>
/// <param name="Node">The process.</param>
/// <param name="MessageId">The message that asked.</param>
/// <param name="Reply">The answer.</param>
public sealed record StoredReply(Guid Node, Guid MessageId, object Reply);
