using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a seller account that hangs on the platform's.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<ConnectedAccountId>))]
public readonly record struct ConnectedAccountId(string Value) : IOpenEnum<ConnectedAccountId>
{
    /// <inheritdoc/>
    public static ConnectedAccountId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
