using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>Why an operation was refused, in words that are the same for every vendor and agent.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<RefusalCode>))]
public readonly record struct RefusalCode(string Value) : IOpenEnum<RefusalCode>
{
    /// <summary>Gets: the thing is not known.</summary>
    public static RefusalCode NotFound { get; } = new("NotFound");

    /// <summary>Gets: a value is not acceptable; <see cref="Refusal.Field"/> names it.</summary>
    public static RefusalCode Validation { get; } = new("Validation");

    /// <summary>Gets: somebody else changed it meanwhile.</summary>
    public static RefusalCode Conflict { get; } = new("Conflict");

    /// <summary>Gets: the state does not allow this step.</summary>
    public static RefusalCode InvalidTransition { get; } = new("InvalidTransition");

    /// <summary>Gets: it was done before.</summary>
    public static RefusalCode Duplicate { get; } = new("Duplicate");

    /// <summary>Gets: there is not enough stock.</summary>
    public static RefusalCode InsufficientStock { get; } = new("InsufficientStock");

    /// <summary>Gets: the payment was declined.</summary>
    public static RefusalCode PaymentDeclined { get; } = new("PaymentDeclined");

    /// <summary>Gets: the amount is more than what is left.</summary>
    public static RefusalCode AmountExceeded { get; } = new("AmountExceeded");

    /// <summary>Gets: a rule of the business forbids it.</summary>
    public static RefusalCode PolicyViolation { get; } = new("PolicyViolation");

    /// <summary>Gets: it is too late.</summary>
    public static RefusalCode WindowExpired { get; } = new("WindowExpired");

    /// <summary>Gets: the actor may not do it.</summary>
    public static RefusalCode Forbidden { get; } = new("Forbidden");

    /// <summary>Gets: the vendor judged the content and said no.</summary>
    public static RefusalCode ExternalRejected { get; } = new("ExternalRejected");

    /// <summary>Gets: the vendor gave no usable answer.</summary>
    public static RefusalCode ExternalUnavailable { get; } = new("ExternalUnavailable");

    /// <summary>Gets: this vendor, service or lane cannot do it.</summary>
    public static RefusalCode NotSupported { get; } = new("NotSupported");

    /// <inheritdoc/>
    public static RefusalCode From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
