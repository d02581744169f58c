using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>A payment gateway, in lower case.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<GatewayCode>))]
public readonly record struct GatewayCode(string Value) : IOpenEnum<GatewayCode>
{
    /// <summary>Gets: Stripe.</summary>
    public static GatewayCode Stripe { get; } = new("stripe");

    /// <inheritdoc/>
    public static GatewayCode From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
