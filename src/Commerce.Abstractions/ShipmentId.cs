using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>Identifies a shipment of ours; the carrier's own number is a <see cref="Carriers.TrackingNumber"/>.</summary>
/// <param name="Value">A time-ordered GUID (version 7).</param>
[JsonConverter(typeof(ParsableJsonConverter<ShipmentId>))]
public readonly record struct ShipmentId(Guid Value) : ITypedId<ShipmentId>
{
    /// <inheritdoc/>
    public static ShipmentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
