namespace Commerce.Agents.Domain.Catalog;

/// <summary>Puts a product on sale to which nobody must agree, or puts a discontinued one on sale again. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record ActivateProduct(Sku Sku, string Author) : IMessage;
