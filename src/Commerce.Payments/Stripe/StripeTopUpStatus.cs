using System.Text.Json.Serialization;

namespace Commerce.Payments.Stripe;

/// <summary>Where a top-up is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<StripeTopUpStatus>))]
public readonly record struct StripeTopUpStatus(string Value) : IOpenEnum<StripeTopUpStatus>
{
    /// <summary>Gets: on its way.</summary>
    public static StripeTopUpStatus Pending { get; } = new("pending");

    /// <summary>Gets: arrived.</summary>
    public static StripeTopUpStatus Succeeded { get; } = new("succeeded");

    /// <summary>Gets: the bank refused it.</summary>
    public static StripeTopUpStatus Failed { get; } = new("failed");

    /// <summary>Gets: cancelled.</summary>
    public static StripeTopUpStatus Cancelled { get; } = new("cancelled");

    /// <summary>Gets: arrived, and taken back by the bank.</summary>
    public static StripeTopUpStatus Reversed { get; } = new("reversed");

    /// <summary>Gets: a status in no table.</summary>
    public static StripeTopUpStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static StripeTopUpStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
