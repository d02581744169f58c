using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Names an asynchronous import at the marketplace.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<BatchId>))]
public readonly record struct BatchId(string Value) : IOpenEnum<BatchId>
{
    /// <inheritdoc/>
    public static BatchId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
