using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>Where a dispute is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<DisputeStatus>))]
public readonly record struct DisputeStatus(string Value) : IOpenEnum<DisputeStatus>
{
    /// <summary>Gets: evidence is due.</summary>
    public static DisputeStatus NeedsResponse { get; } = new("needs_response");

    /// <summary>Gets: the bank looks at it.</summary>
    public static DisputeStatus UnderReview { get; } = new("under_review");

    /// <summary>Gets: the money stays or came back.</summary>
    public static DisputeStatus Won { get; } = new("won");

    /// <summary>Gets: the money is gone.</summary>
    public static DisputeStatus Lost { get; } = new("lost");

    /// <summary>Gets: closed without a loss.</summary>
    public static DisputeStatus Closed { get; } = new("closed");

    /// <summary>Gets: a status in no table.</summary>
    public static DisputeStatus Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public static DisputeStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
