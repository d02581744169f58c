using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's token of a payment method; never a card number.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<PaymentMethodToken>))]
public readonly record struct PaymentMethodToken(string Value) : IOpenEnum<PaymentMethodToken>
{
    /// <inheritdoc/>
    public static PaymentMethodToken From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
