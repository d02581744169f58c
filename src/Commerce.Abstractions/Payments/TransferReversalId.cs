using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>The gateway's own key of money that was taken back from a seller.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<TransferReversalId>))]
public readonly record struct TransferReversalId(string Value) : IOpenEnum<TransferReversalId>
{
    /// <inheritdoc/>
    public static TransferReversalId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
