namespace Commerce.Agents.Domain.Catalog;

/// <summary>Puts a draft or a discontinued product away for good. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record ArchiveProduct(Sku Sku, string Author) : IMessage;
