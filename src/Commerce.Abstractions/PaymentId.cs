using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>Identifies a payment of ours; the gateway's own number is a <see cref="Payments.GatewayPaymentId"/>.</summary>
/// <param name="Value">A time-ordered GUID (version 7).</param>
[JsonConverter(typeof(ParsableJsonConverter<PaymentId>))]
public readonly record struct PaymentId(Guid Value) : ITypedId<PaymentId>
{
    /// <inheritdoc/>
    public static PaymentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
