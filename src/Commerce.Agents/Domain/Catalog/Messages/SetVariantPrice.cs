namespace Commerce.Agents.Domain.Catalog;

/// <summary>Gives a variant a price of its own. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Parent">The product.</param>
/// <param name="Sku">The variant.</param>
/// <param name="Price">The price; nothing for the product's price.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record SetVariantPrice(Sku Parent, Sku Sku, VariantPrice? Price, string Author) : IMessage;
