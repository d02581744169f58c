namespace Commerce.Agents.Domain.Catalog;

/// <summary>Takes a product from sale. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record DiscontinueProduct(Sku Sku, string Author) : IMessage;
