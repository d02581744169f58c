using System.Text.Json.Serialization;

namespace Commerce.Carriers;

/// <summary>A transport service in the carrier's own code, as its contract names it: <c>11</c> is UPS Standard, <c>01</c> is Chrono 13.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<CarrierService>))]
public readonly record struct CarrierService(string Value) : IOpenEnum<CarrierService>
{
    /// <inheritdoc/>
    public static CarrierService From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
