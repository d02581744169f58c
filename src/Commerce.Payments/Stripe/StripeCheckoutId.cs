using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe;

/// <summary>Stripe's key of a hosted checkout: <c>cs_…</c>.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<StripeCheckoutId>))]
public readonly record struct StripeCheckoutId(string Value) : IOpenEnum<StripeCheckoutId>
{
    /// <inheritdoc/>
    public static StripeCheckoutId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
