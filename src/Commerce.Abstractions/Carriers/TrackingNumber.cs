using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>The number by which a carrier follows one parcel.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<TrackingNumber>))]
public readonly record struct TrackingNumber(string Value) : IOpenEnum<TrackingNumber>
{
    /// <inheritdoc/>
    public static TrackingNumber From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
