namespace Commerce.Carriers.Tariffs;

/// <summary>The kinds of files that price lists come in.</summary>
public enum TariffFileFormat
{
    /// <summary>Text with separators: <c>.csv</c>, <c>.txt</c>.</summary>
    Csv,

    /// <summary>An Excel workbook: <c>.xlsx</c>.</summary>
    Excel,

    /// <summary>A document whose text is a table: <c>.pdf</c>. Scanned pages have no text and are refused.</summary>
    Pdf,
}
