using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Names a buyer's request to cancel at the marketplace.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CancellationRequestId>))]
public readonly record struct CancellationRequestId(string Value) : IOpenEnum<CancellationRequestId>
{
    /// <inheritdoc/>
    public static CancellationRequestId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
