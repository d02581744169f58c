using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a payment.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<GatewayPaymentId>))]
public readonly record struct GatewayPaymentId(string Value) : IOpenEnum<GatewayPaymentId>
{
    /// <inheritdoc/>
    public static GatewayPaymentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
