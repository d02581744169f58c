using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Why a payment is refunded.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<PaymentRefundReason>))]
public readonly record struct PaymentRefundReason(string Value) : IOpenEnum<PaymentRefundReason>
{
    /// <summary>Gets: the customer asked for it.</summary>
    public static PaymentRefundReason RequestedByCustomer { get; } = new("requested_by_customer");

    /// <summary>Gets: paid twice.</summary>
    public static PaymentRefundReason Duplicate { get; } = new("duplicate");

    /// <summary>Gets: fraud; some gateways block the card.</summary>
    public static PaymentRefundReason Fraudulent { get; } = new("fraudulent");

    /// <summary>Gets: the goods were faulty.</summary>
    public static PaymentRefundReason ProductDefect { get; } = new("product_defect");

    /// <summary>Gets: the order was cancelled.</summary>
    public static PaymentRefundReason OrderCancelled { get; } = new("order_cancelled");

    /// <inheritdoc/>
    public static PaymentRefundReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
