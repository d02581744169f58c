using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe;

/// <summary>Stripe's key of an early fraud warning: <c>issfr_…</c>.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<StripeFraudWarningId>))]
public readonly record struct StripeFraudWarningId(string Value) : IOpenEnum<StripeFraudWarningId>
{
    /// <inheritdoc/>
    public static StripeFraudWarningId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
