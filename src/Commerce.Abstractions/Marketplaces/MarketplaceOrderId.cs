using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>The marketplace's own key of an order, the one its paths use.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MarketplaceOrderId>))]
public readonly record struct MarketplaceOrderId(string Value) : IOpenEnum<MarketplaceOrderId>
{
    /// <inheritdoc/>
    public static MarketplaceOrderId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
