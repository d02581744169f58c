using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a commission that was given back, in full or in part.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CommissionRefundId>))]
public readonly record struct CommissionRefundId(string Value) : IOpenEnum<CommissionRefundId>
{
    /// <inheritdoc/>
    public static CommissionRefundId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
