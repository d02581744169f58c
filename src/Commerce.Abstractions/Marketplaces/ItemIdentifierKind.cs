using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>What kind of number tells one piece from another.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<ItemIdentifierKind>))]
public readonly record struct ItemIdentifierKind(string Value) : IOpenEnum<ItemIdentifierKind>
{
    /// <summary>Gets: the IMEI of a telephone.</summary>
    public static ItemIdentifierKind Imei { get; } = new("imei");

    /// <summary>Gets: the serial number.</summary>
    public static ItemIdentifierKind SerialNumber { get; } = new("serial_number");

    /// <summary>Gets: the code of a marketplace against counterfeits.</summary>
    public static ItemIdentifierKind TransparencyCode { get; } = new("transparency_code");

    /// <inheritdoc/>
    public static ItemIdentifierKind From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
