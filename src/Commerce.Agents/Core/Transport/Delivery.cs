using Commerce.Agents.Storage;

namespace Commerce.Agents.Transport;

/// <summary>A message for one agent, or for a topic that other systems read.</summary>
/// <param name="Agent">The agent; empty for a topic.</param>
/// <param name="Key">The key.</param>
/// <param name="Envelope">The message; <see langword="null"/> to look at the key's parked messages.</param>
/// <param name="Sequence">Its place in the store's outbox; 0 when it is not there any more.</param>
/// <param name="Topic">The topic, when it is for other systems.</param>
public readonly record struct Delivery(string Agent, string Key, Envelope? Envelope, long Sequence = 0, string? Topic = null);
