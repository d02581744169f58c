namespace Commerce.Agents.Domain.Catalog;

/// <summary>Creates every combination of values that does not exist; SKUs are the product's with the values. Answers with a <see cref="VariantsAnswer"/>.</summary>
/// <param name="Parent">The product.</param>
/// <param name="Values">The values of each attribute.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record GenerateVariants(Sku Parent, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string Author) : IMessage;
