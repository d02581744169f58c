using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a refund.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<GatewayRefundId>))]
public readonly record struct GatewayRefundId(string Value) : IOpenEnum<GatewayRefundId>
{
    /// <inheritdoc/>
    public static GatewayRefundId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
