using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Names a return at the marketplace.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<MarketplaceReturnId>))]
public readonly record struct MarketplaceReturnId(string Value) : IOpenEnum<MarketplaceReturnId>
{
    /// <inheritdoc/>
    public static MarketplaceReturnId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
