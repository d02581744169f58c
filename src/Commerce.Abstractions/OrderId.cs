using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>Identifies an order of ours, whatever channel it came from.</summary>
/// <param name="Value">A time-ordered GUID (version 7).</param>
[JsonConverter(typeof(ParsableJsonConverter<OrderId>))]
public readonly record struct OrderId(Guid Value) : ITypedId<OrderId>
{
    /// <inheritdoc/>
    public static OrderId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
