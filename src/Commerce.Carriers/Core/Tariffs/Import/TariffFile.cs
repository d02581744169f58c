namespace Commerce.Carriers.Tariffs;

/// <summary>A file to import. Its content is read once, from where it stands; it is not closed.</summary>
/// <param name="Name">The name, for messages; its ending tells the format unless <paramref name="Format"/> does.</param>
/// <param name="Content">The bytes: at most 50 MB, PDF 10 MB.</param>
/// <param name="Format">The format.</param>
public sealed record TariffFile(string Name, Stream Content, TariffFileFormat? Format = null)
{
    internal TariffFileFormat? KnownFormat => Format ?? Path.GetExtension(Name).ToUpperInvariant() switch
    {
        ".CSV" or ".TXT" or ".TSV" => TariffFileFormat.Csv,
        ".XLSX" => TariffFileFormat.Excel,
        ".PDF" => TariffFileFormat.Pdf,
        _ => null,
    };
}
