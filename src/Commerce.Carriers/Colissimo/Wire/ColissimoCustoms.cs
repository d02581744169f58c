namespace Commerce.Carriers.Colissimo.Wire;

internal sealed record ColissimoCustoms
{
    public bool IncludeCustomsDeclarations { get; init; } = true;

    public required ColissimoContents Contents { get; init; }

    public string? Description { get; init; }

    public string? InvoiceNumber { get; init; }
}

internal sealed record ColissimoContents(IReadOnlyList<ColissimoArticle> Article, ColissimoCategory Category, IReadOnlyList<ColissimoOriginal>? Original);

internal sealed record ColissimoArticle(
    string Description,
    int Quantity,
    decimal Weight,
    decimal Value,
    string? HsCode,
    string OriginCountry,
    string Currency,
    string? Artref,
    string? OriginalIdent);

internal sealed record ColissimoCategory(int Value);

internal sealed record ColissimoOriginal(string OriginalIdent, string? OriginalInvoiceNumber, string? OriginalInvoiceDate, string? OriginalParcelNumber);
