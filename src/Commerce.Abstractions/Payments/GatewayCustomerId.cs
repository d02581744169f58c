using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a customer.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<GatewayCustomerId>))]
public readonly record struct GatewayCustomerId(string Value) : IOpenEnum<GatewayCustomerId>
{
    /// <inheritdoc/>
    public static GatewayCustomerId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
