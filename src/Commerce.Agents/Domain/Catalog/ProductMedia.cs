namespace Commerce.Agents.Domain.Catalog;

/// <summary>A picture of a product, or another medium.</summary>
/// <param name="Id">The medium.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Sizes">Other sizes of a picture.</param>
public sealed record ProductMedia(Guid Id, ProductMediaKind Kind, Uri Address, ImageSizes? Sizes = null);
