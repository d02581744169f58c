using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>A marketplace platform, in lower case.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MarketplaceCode>))]
public readonly record struct MarketplaceCode(string Value) : IOpenEnum<MarketplaceCode>
{
    /// <summary>Gets: Amazon.</summary>
    public static MarketplaceCode Amazon { get; } = new("amazon");

    /// <summary>Gets: Back Market.</summary>
    public static MarketplaceCode BackMarket { get; } = new("backmarket");

    /// <summary>Gets: Cdiscount (Octopia).</summary>
    public static MarketplaceCode Cdiscount { get; } = new("cdiscount");

    /// <summary>Gets: eBay.</summary>
    public static MarketplaceCode Ebay { get; } = new("ebay");

    /// <summary>Gets: a marketplace on the Mirakl platform.</summary>
    public static MarketplaceCode Mirakl { get; } = new("mirakl");

    /// <summary>Gets: refurbed.</summary>
    public static MarketplaceCode Refurbed { get; } = new("refurbed");

    /// <inheritdoc/>
    public static MarketplaceCode From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
