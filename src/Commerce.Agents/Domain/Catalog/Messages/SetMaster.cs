namespace Commerce.Agents.Domain.Catalog;

/// <summary>Chooses the variant that stands for a product. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Parent">The product.</param>
/// <param name="Sku">The variant.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record SetMaster(Sku Parent, Sku Sku, string Author) : IMessage;
