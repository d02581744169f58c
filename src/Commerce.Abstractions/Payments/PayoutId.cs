using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a payout to a bank account.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<PayoutId>))]
public readonly record struct PayoutId(string Value) : IOpenEnum<PayoutId>
{
    /// <inheritdoc/>
    public static PayoutId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
