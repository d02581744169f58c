namespace Commerce.Carriers;

/// <summary>A customs paper at the carrier.</summary>
/// <param name="Id">The number to put into <see cref="CustomsDeclaration.UploadedDocumentIds"/>.</param>
public sealed record UploadedTradeDocument(string Id);
