using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Where the saving of a payment method is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MethodSetupStatus>))]
public readonly record struct MethodSetupStatus(string Value) : IOpenEnum<MethodSetupStatus>
{
    /// <summary>Gets: waits for a method or for confirmation.</summary>
    public static MethodSetupStatus Pending { get; } = new("pending");

    /// <summary>Gets: the buyer must do something, such as 3-D Secure.</summary>
    public static MethodSetupStatus RequiresAction { get; } = new("requires_action");

    /// <summary>Gets: the bank is asked.</summary>
    public static MethodSetupStatus Processing { get; } = new("processing");

    /// <summary>Gets: the method is saved.</summary>
    public static MethodSetupStatus Succeeded { get; } = new("succeeded");

    /// <summary>Gets: the attempt was declined; another method may be tried.</summary>
    public static MethodSetupStatus Failed { get; } = new("failed");

    /// <summary>Gets: given up.</summary>
    public static MethodSetupStatus Cancelled { get; } = new("cancelled");

    /// <summary>Gets: a status in no table; read it again later.</summary>
    public static MethodSetupStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static MethodSetupStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
