namespace Commerce.Agents.Domain.Catalog;

/// <summary>Reads the variants of a product. Answers with a <see cref="VariantsAnswer"/>.</summary>
/// <param name="Parent">The product.</param>
public sealed record GetVariants(Sku Parent) : IMessage;
