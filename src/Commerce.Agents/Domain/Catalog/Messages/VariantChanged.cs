namespace Commerce.Agents.Domain.Catalog;

/// <summary>A variant is new, or changed.</summary>
/// <param name="ProductId">The product's id.</param>
/// <param name="VariantId">The variant's id.</param>
/// <param name="Parent">The product.</param>
/// <param name="Sku">The variant.</param>
/// <param name="Changes">The fields that changed.</param>
public sealed record VariantChanged(Guid ProductId, Guid VariantId, Sku Parent, Sku Sku, IReadOnlyList<string> Changes) : IMessage;
