namespace Commerce.Agents.Domain.Catalog;

/// <summary>Says in what variants of a product differ; not changed once there are variants. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Parent">The product.</param>
/// <param name="Attribute">The attribute; one of the same name is replaced.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
public sealed record DefineAttribute(Sku Parent, VariantAttribute Attribute, string Author) : IMessage;
