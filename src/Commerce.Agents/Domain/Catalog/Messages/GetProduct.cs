namespace Commerce.Agents.Domain.Catalog;

/// <summary>Reads a product. Answers with a <see cref="ProductAnswer"/>.</summary>
/// <param name="Sku">The product.</param>
public sealed record GetProduct(Sku Sku) : IMessage;
