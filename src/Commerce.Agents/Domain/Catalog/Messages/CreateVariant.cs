namespace Commerce.Agents.Domain.Catalog;

/// <summary>Creates a variant of a product. Answers with a <see cref="VariantsAnswer"/>.</summary>
/// <param name="Parent">The product.</param>
/// <param name="Sku">The variant.</param>
/// <param name="Options">A value for each attribute.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record CreateVariant(Sku Parent, Sku Sku, IReadOnlyDictionary<string, string> Options, string Author) : IMessage;
