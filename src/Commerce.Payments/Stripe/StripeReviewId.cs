using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe;

/// <summary>Stripe's key of a review: <c>prv_…</c>.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<StripeReviewId>))]
public readonly record struct StripeReviewId(string Value) : IOpenEnum<StripeReviewId>
{
    /// <inheritdoc/>
    public static StripeReviewId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
