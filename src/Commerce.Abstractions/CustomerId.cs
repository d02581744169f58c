using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>Identifies a customer.</summary>
/// <param name="Value">A time-ordered GUID (version 7).</param>
[JsonConverter(typeof(ParsableJsonConverter<CustomerId>))]
public readonly record struct CustomerId(Guid Value) : ITypedId<CustomerId>
{
    /// <inheritdoc/>
    public static CustomerId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
