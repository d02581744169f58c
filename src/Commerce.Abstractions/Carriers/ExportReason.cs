using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>Why goods cross a border.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<ExportReason>))]
public readonly record struct ExportReason(string Value) : IOpenEnum<ExportReason>
{
    /// <summary>Gets: sold.</summary>
    public static ExportReason Sale { get; } = new("sale");

    /// <summary>Gets: a gift.</summary>
    public static ExportReason Gift { get; } = new("gift");

    /// <summary>Gets: a sample without value in trade.</summary>
    public static ExportReason Sample { get; } = new("sample");

    /// <summary>Gets: documents.</summary>
    public static ExportReason Documents { get; } = new("documents");

    /// <summary>Gets: goods that come back.</summary>
    public static ExportReason Return { get; } = new("return");

    /// <summary>Gets: goods for repair.</summary>
    public static ExportReason Repair { get; } = new("repair");

    /// <summary>Gets: another reason.</summary>
    public static ExportReason Other { get; } = new("other");

    /// <inheritdoc/>
    public static ExportReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
