namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>Says what a marketplace's word for a product means here. Answered by an <see cref="Answer"/>.</summary>
/// <param name="Account">The marketplace account.</param>
/// <param name="ExternalSku">The marketplace's word: 1 to 200 characters.</param>
/// <param name="Sku">The SKU, which the catalogue knows; none to forget the word.</param>
/// <param name="IsProductNumber">Whether the word is the marketplace's own number of the product, not a seller's SKU.</param>
public sealed record SetSkuMapping(string Account, string ExternalSku, Sku? Sku, bool IsProductNumber = false) : IMessage;
