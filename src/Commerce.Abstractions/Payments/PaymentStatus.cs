using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Where a payment is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<PaymentStatus>))]
public readonly record struct PaymentStatus(string Value) : IOpenEnum<PaymentStatus>
{
    /// <summary>Gets: waits for a payment method or for confirmation.</summary>
    public static PaymentStatus Pending { get; } = new("pending");

    /// <summary>Gets: the buyer must do something, such as 3-D Secure.</summary>
    public static PaymentStatus RequiresAction { get; } = new("requires_action");

    /// <summary>Gets: an asynchronous method is running.</summary>
    public static PaymentStatus Processing { get; } = new("processing");

    /// <summary>Gets: the money is held; capture it before it expires.</summary>
    public static PaymentStatus Authorized { get; } = new("authorized");

    /// <summary>Gets: captured, in full or in part.</summary>
    public static PaymentStatus Succeeded { get; } = new("succeeded");

    /// <summary>Gets: the attempt was declined; another method may be tried.</summary>
    public static PaymentStatus Failed { get; } = new("failed");

    /// <summary>Gets: cancelled or expired; nothing is held.</summary>
    public static PaymentStatus Cancelled { get; } = new("cancelled");

    /// <summary>Gets: a status in no table; read the payment again later.</summary>
    public static PaymentStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static PaymentStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
