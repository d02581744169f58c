using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>Identifies a tenant: the merchant whose data an operation may see.</summary>
/// <param name="Value">A time-ordered GUID (version 7).</param>
[JsonConverter(typeof(ParsableJsonConverter<TenantId>))]
public readonly record struct TenantId(Guid Value) : ITypedId<TenantId>
{
    /// <inheritdoc/>
    public static TenantId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
