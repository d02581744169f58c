using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>The marketplace's own key of an order line.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MarketplaceOrderLineId>))]
public readonly record struct MarketplaceOrderLineId(string Value) : IOpenEnum<MarketplaceOrderLineId>
{
    /// <inheritdoc/>
    public static MarketplaceOrderLineId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
