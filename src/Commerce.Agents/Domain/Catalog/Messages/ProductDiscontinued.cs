namespace Commerce.Agents.Domain.Catalog;

/// <summary>A product is no longer on sale.</summary>
/// <param name="ProductId">The product's id.</param>
/// <param name="Sku">The product.</param>
/// <param name="Fields">The fields that changed.</param>
public sealed record ProductDiscontinued(Guid ProductId, Sku Sku, IReadOnlyList<string> Fields) : IMessage;
