namespace Commerce.Carriers.Colissimo;

/// <summary>Colissimo's words for the forms of labels (<c>outputPrintingType</c>). Source: SLS contract.</summary>
internal static class ColissimoLabels
{
    private static readonly LabelSize Long = new("10x12cm");
    private static readonly LabelSize Square = new("10x10cm");

    private static readonly (LabelSpecification Label, string Word)[] Table =
    [
        (Form(LabelFormat.Pdf, LabelSize.A6, 300), "PDF_10x15_300dpi"),
        (Form(LabelFormat.Pdf, LabelSize.A4, 300), "PDF_A4_300dpi"),
        (Form(LabelFormat.Pdf, Long, 300), "PDF_10x12_300dpi"),
        (Form(LabelFormat.Pdf, Square, 300), "PDF_10x10_300dpi"),
        (Form(LabelFormat.Zpl, LabelSize.A6, 203), "ZPL_10x15_203dpi"),
        (Form(LabelFormat.Zpl, LabelSize.A6, 300), "ZPL_10x15_300dpi"),
        (Form(LabelFormat.Zpl, Square, 203), "ZPL_10x10_203dpi"),
        (Form(LabelFormat.Zpl, Square, 300), "ZPL_10x10_300dpi"),
        (Form(LabelFormat.Dpl, LabelSize.A6, 203), "DPL_10x15_203dpi"),
        (Form(LabelFormat.Dpl, LabelSize.A6, 300), "DPL_10x15_300dpi"),
        (Form(LabelFormat.Dpl, Square, 203), "DPL_10x10_203dpi"),
        (Form(LabelFormat.Dpl, Square, 300), "DPL_10x10_300dpi"),
    ];

    internal static IEnumerable<LabelSpecification> All => Table.Select(static row => row.Label);

    /// <summary>Finds the vendor's word; the first resolution in the table when none is asked for.</summary>
    internal static string? WordOf(LabelSpecification label) => Array.Find(
        Table, row => row.Label.Format == label.Format && row.Label.Size == label.Size && (label.Dpi is null || row.Label.Dpi == label.Dpi)).Word;

    private static LabelSpecification Form(LabelFormat format, LabelSize size, int dpi) => new() { Format = format, Size = size, Dpi = dpi };
}
