namespace Commerce.Agents.Storage;

/// <summary>A message that waits to be handed to the transport.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Envelope">The message.</param>
public readonly record struct OutboxRow(long Sequence, Envelope Envelope);
