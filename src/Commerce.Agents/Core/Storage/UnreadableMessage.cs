namespace Commerce.Agents.Storage;

/// <summary>A message whose type is not known here or whose bytes are not its type's: it becomes a dead letter as it came, and can be replayed by a version that knows it.</summary>
/// <param name="type">The type's name, as it came.</param>
/// <param name="body">The bytes, as they came.</param>
/// <param name="reason">Why it cannot be read; no content.</param>
public sealed class UnreadableMessage(string type, ReadOnlyMemory<byte> body, string reason) : RawMessage(type, body)
{
    /// <summary>Gets why it cannot be read.</summary>
    public string Reason { get; } = reason;
}
