namespace Commerce.Carriers.Colissimo;

/// <summary>Label formats in Colissimo's words.</summary>
internal static class ColissimoLabels
{
    private static readonly LabelSize Square = new("10x10cm");
    private static readonly LabelSize Short = new("10x12cm");

    private static readonly (string Word, LabelFormat Format, LabelSize Size, int Dpi)[] Words =
    [
        ("PDF_10x15_300dpi", LabelFormat.Pdf, LabelSize.A6, 300),
        ("PDF_A4_300dpi", LabelFormat.Pdf, LabelSize.A4, 300),
        ("PDF_10x12_300dpi", LabelFormat.Pdf, Short, 300),
        ("PDF_10x10_300dpi", LabelFormat.Pdf, Square, 300),
        ("ZPL_10x15_203dpi", LabelFormat.Zpl, LabelSize.A6, 203),
        ("ZPL_10x15_300dpi", LabelFormat.Zpl, LabelSize.A6, 300),
        ("ZPL_10x10_203dpi", LabelFormat.Zpl, Square, 203),
        ("ZPL_10x10_300dpi", LabelFormat.Zpl, Square, 300),
        ("DPL_10x15_203dpi", LabelFormat.Dpl, LabelSize.A6, 203),
        ("DPL_10x15_300dpi", LabelFormat.Dpl, LabelSize.A6, 300),
        ("DPL_10x10_203dpi", LabelFormat.Dpl, Square, 203),
        ("DPL_10x10_300dpi", LabelFormat.Dpl, Square, 300),
    ];

    /// <summary>Gets every format.</summary>
    internal static IEnumerable<LabelSpecification> All { get; } =
        Words.Select(static word => new LabelSpecification { Format = word.Format, Size = word.Size, Dpi = word.Dpi });

    /// <summary>Finds Colissimo's word; <see langword="null"/> when there is none for the size or the resolution.</summary>
    internal static string? WordOf(LabelSpecification label) => Words.FirstOrDefault(word =>
        word.Format == label.Format && word.Size == label.Size && (label.Dpi is null || label.Dpi == word.Dpi)).Word;
}
