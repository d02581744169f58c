using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of the saving of a payment method.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MethodSetupId>))]
public readonly record struct MethodSetupId(string Value) : IOpenEnum<MethodSetupId>
{
    /// <inheritdoc/>
    public static MethodSetupId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
