using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a dispute.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<GatewayDisputeId>))]
public readonly record struct GatewayDisputeId(string Value) : IOpenEnum<GatewayDisputeId>
{
    /// <inheritdoc/>
    public static GatewayDisputeId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
