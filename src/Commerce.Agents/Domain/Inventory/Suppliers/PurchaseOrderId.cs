using System.Text.Json.Serialization;

namespace Commerce.Agents.Domain.Inventory;

/// <summary>Identifies a purchase order.</summary>
/// <param name="Value">A GUID.</param>
[JsonConverter(typeof(ParsableJsonConverter<PurchaseOrderId>))]
public readonly record struct PurchaseOrderId(Guid Value) : ITypedId<PurchaseOrderId>
{
    /// <inheritdoc/>
    public static PurchaseOrderId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
