using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>The form of a printable document.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<LabelFormat>))]
public readonly record struct LabelFormat(string Value) : IOpenEnum<LabelFormat>
{
    /// <summary>Gets: a PDF document.</summary>
    public static LabelFormat Pdf { get; } = new("pdf");

    /// <summary>Gets: Zebra ZPL II, text for thermal printers.</summary>
    public static LabelFormat Zpl { get; } = new("zpl");

    /// <summary>Gets: Eltron EPL2, text for thermal printers.</summary>
    public static LabelFormat Epl { get; } = new("epl");

    /// <summary>Gets: Datamax DPL, text for thermal printers.</summary>
    public static LabelFormat Dpl { get; } = new("dpl");

    /// <summary>Gets: a PNG picture.</summary>
    public static LabelFormat Png { get; } = new("png");

    /// <summary>Gets: a GIF picture.</summary>
    public static LabelFormat Gif { get; } = new("gif");

    /// <inheritdoc/>
    public static LabelFormat From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
