using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>The carrier's own number of a whole shipment: a master tracking number, a reservation, a shipment id.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CarrierShipmentId>))]
public readonly record struct CarrierShipmentId(string Value) : IOpenEnum<CarrierShipmentId>
{
    /// <inheritdoc/>
    public static CarrierShipmentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
