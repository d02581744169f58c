using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>What a printable document is.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<DocumentKind>))]
public readonly record struct DocumentKind(string Value) : IOpenEnum<DocumentKind>
{
    /// <summary>Gets: the label of one parcel or of all of them.</summary>
    public static DocumentKind Label { get; } = new("label");

    /// <summary>Gets: a label for the way back.</summary>
    public static DocumentKind ReturnLabel { get; } = new("return_label");

    /// <summary>Gets: CN22, CN23 or a commercial invoice.</summary>
    public static DocumentKind CustomsForm { get; } = new("customs_form");

    /// <summary>Gets: the list handed to the driver.</summary>
    public static DocumentKind Manifest { get; } = new("manifest");

    /// <summary>Gets: a proof of delivery.</summary>
    public static DocumentKind ProofOfDelivery { get; } = new("proof_of_delivery");

    /// <summary>Gets: a receipt or deposit proof.</summary>
    public static DocumentKind Receipt { get; } = new("receipt");

    /// <summary>Gets: a code shown at a counter instead of a label.</summary>
    public static DocumentKind QrCode { get; } = new("qr_code");

    /// <inheritdoc/>
    public static DocumentKind From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
