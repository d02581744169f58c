using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of a commission that the platform kept of a seller's payment.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CommissionId>))]
public readonly record struct CommissionId(string Value) : IOpenEnum<CommissionId>
{
    /// <inheritdoc/>
    public static CommissionId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
