using System.Globalization;
using System.Text;

namespace Commerce.Testing.Sandbox.Labels;

/// <summary>Draws labels that look like labels: lines of text and a barcode that a scanner reads.</summary>
internal static class SandboxLabel
{
    private const int WidthPoints = 283;
    private const int HeightPoints = 425;

    /// <summary>Draws a PDF of 10 x 15 cm, one page for each parcel.</summary>
    /// <param name="pages">The lines of each page; the first is the number that becomes the barcode.</param>
    /// <returns>The bytes of the file.</returns>
    internal static byte[] Pdf(IReadOnlyList<IReadOnlyList<string>> pages)
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, index) => $"{4 + (index * 2)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        };
        for (var i = 0; i < pages.Count; i++)
        {
            var content = PageContent(pages[i]);
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WidthPoints} {HeightPoints}] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (i * 2)} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    /// <summary>Writes ZPL II of 4 x 6 inches, one format for each parcel.</summary>
    /// <param name="pages">The lines of each label; the first is the number that becomes the barcode.</param>
    /// <param name="dpi">203 or 300.</param>
    /// <returns>The text as ASCII bytes.</returns>
    internal static byte[] Zpl(IReadOnlyList<IReadOnlyList<string>> pages, int dpi = 203)
    {
        var zpl = new StringBuilder();
        foreach (var lines in pages)
        {
            zpl.Append(CultureInfo.InvariantCulture, $"^XA^PW{4 * dpi}^LL{6 * dpi}\n");
            for (var i = 0; i < lines.Count; i++)
            {
                zpl.Append(CultureInfo.InvariantCulture, $"^FO{dpi / 5},{dpi / 5 * (i + 1)}^A0N,{dpi / 7},{dpi / 8}^FD{Ascii(lines[i])}^FS\n");
            }

            zpl.Append(CultureInfo.InvariantCulture, $"^FO{dpi / 5},{dpi * 3}^BY2^BCN,{dpi},Y,N,N^FD{Ascii(lines[0])}^FS\n^XZ\n");
        }

        return Encoding.ASCII.GetBytes(zpl.ToString());
    }

    private static string PageContent(IReadOnlyList<string> lines)
    {
        var content = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = Ascii(lines[i]).Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
            content.Append(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 18 {HeightPoints - 30 - (i * 18)} Td ({text}) Tj ET\n");
        }

        var widths = Code128.Widths(Ascii(lines[0])).ToList();
        var module = Math.Min(1.6, (WidthPoints - 36) / (double)widths.Sum());
        var x = 18d;
        for (var i = 0; i < widths.Count; i++)
        {
            if (i % 2 == 0)
            {
                content.Append(CultureInfo.InvariantCulture, $"{x:0.###} 40 {widths[i] * module:0.###} 90 re f\n");
            }

            x += widths[i] * module;
        }

        return content.ToString();
    }

    private static string Ascii(string text) =>
        new([.. text.Normalize(NormalizationForm.FormD).Where(static c => c is >= ' ' and <= '~')]);
}
