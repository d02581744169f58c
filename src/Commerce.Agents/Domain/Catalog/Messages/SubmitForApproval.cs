namespace Commerce.Agents.Domain.Catalog;

/// <summary>Hands a complete draft in: it goes on sale at once when nobody must agree. Answers with a <see cref="ProductAnswer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record SubmitForApproval(Sku Sku, string Author) : IMessage;
