namespace Commerce.Agents.Domain.Catalog;

/// <summary>Chooses the picture that stands for a product. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Sku">The product.</param>
/// <param name="MediaId">A picture of it.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record SetPrimaryImage(Sku Sku, Guid MediaId, string Author) : IMessage;
