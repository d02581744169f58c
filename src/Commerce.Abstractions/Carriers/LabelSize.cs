using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>The paper of a label.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<LabelSize>))]
public readonly record struct LabelSize(string Value) : IOpenEnum<LabelSize>
{
    /// <summary>Gets: 10 x 15 cm, close to 4 x 6 inches: the usual thermal label.</summary>
    public static LabelSize A6 { get; } = new("10x15cm");

    /// <summary>Gets: 4 x 6 inches.</summary>
    public static LabelSize FourBySix { get; } = new("4x6in");

    /// <summary>Gets: 4 x 8 inches.</summary>
    public static LabelSize FourByEight { get; } = new("4x8in");

    /// <summary>Gets: A4 paper.</summary>
    public static LabelSize A4 { get; } = new("a4");

    /// <inheritdoc/>
    public static LabelSize From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
