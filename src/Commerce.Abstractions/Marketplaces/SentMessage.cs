namespace Commerce.Marketplaces;

/// <summary>A message that was sent.</summary>
/// <param name="ThreadId">Its conversation, where the marketplace has conversations.</param>
/// <param name="MessageId">Its key, where the marketplace gives one.</param>
public sealed record SentMessage(ThreadId? ThreadId = null, string? MessageId = null);
