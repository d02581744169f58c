using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>A carrier, in lower case.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CarrierCode>))]
public readonly record struct CarrierCode(string Value) : IOpenEnum<CarrierCode>
{
    /// <summary>Gets: Chronopost, France.</summary>
    public static CarrierCode Chronopost { get; } = new("chronopost");

    /// <summary>Gets: Colissimo of La Poste, France.</summary>
    public static CarrierCode Colissimo { get; } = new("colissimo");

    /// <summary>Gets: Colis Privé, France.</summary>
    public static CarrierCode ColisPrive { get; } = new("colis_prive");

    /// <summary>Gets: DPD (geopost).</summary>
    public static CarrierCode Dpd { get; } = new("dpd");

    /// <summary>Gets: FedEx.</summary>
    public static CarrierCode FedEx { get; } = new("fedex");

    /// <summary>Gets: UPS.</summary>
    public static CarrierCode Ups { get; } = new("ups");

    /// <inheritdoc/>
    public static CarrierCode From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
