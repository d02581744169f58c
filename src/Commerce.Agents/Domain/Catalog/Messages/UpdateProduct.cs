namespace Commerce.Agents.Domain.Catalog;

/// <summary>Replaces what is told of a product; what a person must agree to waits for that. Answers with a <see cref="ProductAnswer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Content">All that is told of it now.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
/// <param name="Version">The version that was read; whatever there is when not given.</param>
public sealed record UpdateProduct(Sku Sku, ProductContent Content, string Author, int? Version = null) : IMessage;
