namespace Commerce.Agents.Domain.Catalog;

/// <summary>Adds a picture or another medium; the first picture becomes the primary one. Answers with an <see cref="Answer"/> that has the medium's id.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Where it is: absolute, http or https.</param>
/// <param name="Author">Who: 1 to 100 characters, a key and no name.</param>
/// <param name="Sizes">Other sizes of a picture.</param>
public sealed record AddMedia(Sku Sku, ProductMediaKind Kind, Uri Address, string Author, ImageSizes? Sizes = null) : IMessage;
