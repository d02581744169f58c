using System.Globalization;
using System.Text;

namespace Commerce.Carriers.Tests.Tariffs;

/// <summary>Writes a PDF by hand: pages of words at points, in Helvetica.</summary>
internal static class PdfText
{
    /// <summary>Writes pages; <paramref name="more"/> goes to the first one.</summary>
    internal static byte[] Write((int X, int Y, string Text)[][] pages, params (int X, int Y, string Text)[] more)
    {
        var contents = pages.Select((page, index) => string.Concat((index == 0 ? [.. page, .. more] : page).Select(word => string.Create(
            CultureInfo.InvariantCulture, $"BT /F1 10 Tf {word.X} {word.Y} Td ({word.Text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n"))));
        return WriteStreams([.. contents.Select(content => (Encoding.ASCII.GetBytes(content), ""))]);
    }

    /// <summary>Writes pages of raw content with the entries of their stream dictionaries.</summary>
    internal static byte[] WriteStreams(params (byte[] Content, string Entries)[] pages)
    {
        using var output = new MemoryStream();
        var offsets = new List<long>();
        Text("%PDF-1.4\n");
        var kids = string.Join(' ', Enumerable.Range(0, pages.Length).Select(i => $"{4 + (i * 2)} 0 R"));
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Kids [{kids}] /Count {pages.Length} >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var i = 0; i < pages.Length; i++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + (i * 2)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            offsets.Add(output.Position);
            Text($"{offsets.Count} 0 obj\n<< /Length {pages[i].Content.Length} {pages[i].Entries} >>\nstream\n");
            output.Write(pages[i].Content);
            Text("\nendstream\nendobj\n");
        }

        var table = output.Position;
        Text($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => $"{offset:0000000000} 00000 n \n")));
        Text($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return output.ToArray();

        void Object(string body)
        {
            offsets.Add(output.Position);
            Text($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        void Text(string text) => output.Write(Encoding.ASCII.GetBytes(text));
    }
}
