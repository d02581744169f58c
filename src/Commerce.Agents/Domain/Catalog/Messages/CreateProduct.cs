namespace Commerce.Agents.Domain.Catalog;

/// <summary>Creates a draft of a product. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Content">What is told of it.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record CreateProduct(Sku Sku, ProductContent Content, string Author) : IMessage;
