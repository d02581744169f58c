using Commerce.Agents.Storage;

namespace Commerce.Agents.Transport;

/// <summary>A message for one agent.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Key">The key.</param>
/// <param name="Envelope">The message; <see langword="null"/> to look at the key's parked messages.</param>
public readonly record struct Delivery(string Agent, string Key, Envelope? Envelope);
