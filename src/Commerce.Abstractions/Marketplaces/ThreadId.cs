using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Names a conversation at the marketplace.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<ThreadId>))]
public readonly record struct ThreadId(string Value) : IOpenEnum<ThreadId>
{
    /// <inheritdoc/>
    public static ThreadId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
