namespace Commerce.Agents.Domain.Catalog;

/// <summary>Where the sizes of a picture are; those that are not given are made of the picture itself.</summary>
/// <param name="Thumbnail">For lists.</param>
/// <param name="Medium">For cards.</param>
/// <param name="Large">For the product's page.</param>
/// <param name="Zoom">For a close look.</param>
public sealed record ImageSizes(Uri? Thumbnail = null, Uri? Medium = null, Uri? Large = null, Uri? Zoom = null);
