using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a transfer to a connected account.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<TransferId>))]
public readonly record struct TransferId(string Value) : IOpenEnum<TransferId>
{
    /// <inheritdoc/>
    public static TransferId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
