using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe;

/// <summary>Why an account is closed on suspicion.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<StripeRejectionReason>))]
public readonly record struct StripeRejectionReason(string Value) : IOpenEnum<StripeRejectionReason>
{
    /// <summary>Gets: fraud.</summary>
    public static StripeRejectionReason Fraud { get; } = new("fraud");

    /// <summary>Gets: the terms of service were broken.</summary>
    public static StripeRejectionReason TermsOfService { get; } = new("terms_of_service");

    /// <summary>Gets: something else.</summary>
    public static StripeRejectionReason Other { get; } = new("other");

    /// <inheritdoc/>
    public static StripeRejectionReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
