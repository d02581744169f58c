using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Where a capability of an account is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CapabilityStatus>))]
public readonly record struct CapabilityStatus(string Value) : IOpenEnum<CapabilityStatus>
{
    /// <summary>Gets: granted.</summary>
    public static CapabilityStatus Active { get; } = new("active");

    /// <summary>Gets: not granted: see what is due.</summary>
    public static CapabilityStatus Inactive { get; } = new("inactive");

    /// <summary>Gets: under review.</summary>
    public static CapabilityStatus Pending { get; } = new("pending");

    /// <summary>Gets: not asked for.</summary>
    public static CapabilityStatus Unrequested { get; } = new("unrequested");

    /// <summary>Gets: a status in no table.</summary>
    public static CapabilityStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static CapabilityStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
