using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Where a refund is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<RefundStatus>))]
public readonly record struct RefundStatus(string Value) : IOpenEnum<RefundStatus>
{
    /// <summary>Gets: on its way.</summary>
    public static RefundStatus Pending { get; } = new("pending");

    /// <summary>Gets: the buyer must do something.</summary>
    public static RefundStatus RequiresAction { get; } = new("requires_action");

    /// <summary>Gets: done; it may still turn into failed later.</summary>
    public static RefundStatus Succeeded { get; } = new("succeeded");

    /// <summary>Gets: the money came back to the platform.</summary>
    public static RefundStatus Failed { get; } = new("failed");

    /// <summary>Gets: cancelled.</summary>
    public static RefundStatus Cancelled { get; } = new("cancelled");

    /// <summary>Gets: a status in no table.</summary>
    public static RefundStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static RefundStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
