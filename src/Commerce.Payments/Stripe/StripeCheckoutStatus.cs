using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe;

/// <summary>Where a hosted checkout is.</summary>
/// <param name="Value">Stripe's word.</param>
[JsonConverter(typeof(ParsableJsonConverter<StripeCheckoutStatus>))]
public readonly record struct StripeCheckoutStatus(string Value) : IOpenEnum<StripeCheckoutStatus>
{
    /// <summary>Gets: the buyer may still pay.</summary>
    public static StripeCheckoutStatus Open { get; } = new("open");

    /// <summary>Gets: the buyer has finished; look whether it is paid.</summary>
    public static StripeCheckoutStatus Complete { get; } = new("complete");

    /// <summary>Gets: nobody can pay with it any more.</summary>
    public static StripeCheckoutStatus Expired { get; } = new("expired");

    /// <inheritdoc/>
    public static StripeCheckoutStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
