using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Who keeps the goods and ships them.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<FulfilmentParty>))]
public readonly record struct FulfilmentParty(string Value) : IOpenEnum<FulfilmentParty>
{
    /// <summary>Gets: the seller.</summary>
    public static FulfilmentParty Seller { get; } = new("seller");

    /// <summary>Gets: the marketplace, from stock that it keeps for the seller: nothing to reserve and nothing to ship.</summary>
    public static FulfilmentParty Marketplace { get; } = new("marketplace");

    /// <inheritdoc/>
    public static FulfilmentParty From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
