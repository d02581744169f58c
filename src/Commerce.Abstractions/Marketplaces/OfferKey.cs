using System.Text.Json.Serialization;

namespace Commerce.Marketplaces;

/// <summary>Names one offer of a seller: a SKU, and the channel or warehouse where an account has several.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Channel">The sales channel, country or market in the marketplace's code; at most 50 characters; all of them when not given.</param>
/// <param name="Warehouse">The warehouse in the marketplace's code; at most 100 characters; the only one or all of them when not given.</param>
[method: JsonConstructor]
public readonly record struct OfferKey(Sku Sku, string? Channel = null, string? Warehouse = null)
{
    /// <summary>Gets the SKU.</summary>
    public Sku Sku { get; init => field = Guard.NotDefault(value); } = Guard.NotDefault(Sku, nameof(Sku));

    /// <summary>Gets the sales channel, country or market in the marketplace's code; all of them when not given.</summary>
    public string? Channel { get; init => field = Guard.OptionalText(value, 50); } = Guard.OptionalText(Channel, 50, nameof(Channel));

    /// <summary>Gets the warehouse in the marketplace's code; the only one or all of them when not given.</summary>
    public string? Warehouse { get; init => field = Guard.OptionalText(value, 100); } = Guard.OptionalText(Warehouse, 100, nameof(Warehouse));

    /// <inheritdoc/>
    public override string ToString() =>
        Sku.Value + (Channel is null ? "" : $" in {Channel}") + (Warehouse is null ? "" : $" at {Warehouse}");
}
