namespace Commerce.Agents.Storage;

/// <summary>A message as it travels, for those who only pass it on.</summary>
/// <param name="type">The type's name, as it came.</param>
/// <param name="body">The bytes, as they came.</param>
public class RawMessage(string type, ReadOnlyMemory<byte> body) : IMessage
{
    /// <summary>Gets the type's name, as it came.</summary>
    public string Type { get; } = type;

    /// <summary>Gets the bytes, as they came.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;
}
