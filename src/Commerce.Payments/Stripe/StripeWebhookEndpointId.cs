using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe;

/// <summary>Stripe's key of a webhook endpoint: <c>we_…</c>.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<StripeWebhookEndpointId>))]
public readonly record struct StripeWebhookEndpointId(string Value) : IOpenEnum<StripeWebhookEndpointId>
{
    /// <inheritdoc/>
    public static StripeWebhookEndpointId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
