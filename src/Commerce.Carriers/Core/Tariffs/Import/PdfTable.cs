using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Commerce.Carriers.Tariffs;

/// <summary>Reads the text of a document as a table: words of one height are a row, wide gaps and the headings' places make the columns.</summary>
internal static class PdfTable
{
    private const double LineTolerance = 0.5;
    private const double GapInHeights = 0.9;

    internal static IEnumerable<TableRow> Read(Stream content)
    {
        using var document = Open(content);
        if (document.NumberOfPages > ImportLimits.MaxPages)
        {
            throw new UnreadableFileException($"The document has {document.NumberOfPages} pages: at most {ImportLimits.MaxPages}. Split it.");
        }

        var columns = new List<double>();
        var hasText = false;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            var line = 0;
            foreach (var parts in Lines(Words(document, number)))
            {
                line++;
                hasText = true;
                if (parts.Count > 1)
                {
                    yield return new TableRow($"page {number}", line, Align(parts, columns));
                }
            }
        }

        if (!hasText)
        {
            throw new UnreadableFileException("The document has no text: it is scanned. Ask the carrier for the price list as .xlsx.");
        }
    }

    private static PdfDocument Open(Stream content)
    {
        try
        {
            return PdfDocument.Open(content, new ParsingOptions
            {
                FilterProvider = new PdfFilters(new UnpackBudget(ImportLimits.MaxPdfUnpackedBytes)),
                SkipMissingFonts = true,
            });
        }
        catch (Exception exception) when (exception is not UnreadableFileException)
        {
            // The library has many ways to say that a document is not sound.
            throw new UnreadableFileException("The document cannot be read: it has a password, or is damaged. Print it to a new PDF.");
        }
    }

    private static List<Word> Words(PdfDocument document, int page)
    {
        try
        {
            return [.. document.GetPage(page).GetWords()];
        }
        catch (Exception exception) when (exception is not UnreadableFileException)
        {
            throw new UnreadableFileException("The page cannot be read: print the document to a new PDF.", $"page {page}");
        }
    }

    private static IEnumerable<List<Part>> Lines(List<Word> words)
    {
        words.Sort(static (left, right) => right.BoundingBox.Bottom.CompareTo(left.BoundingBox.Bottom));
        for (var start = 0; start < words.Count;)
        {
            var first = words[start].BoundingBox;
            var end = start + 1;
            while (end < words.Count && first.Bottom - words[end].BoundingBox.Bottom < LineTolerance * Math.Max(first.Height, 4))
            {
                end++;
            }

            yield return Parts(words.GetRange(start, end - start));
            start = end;
        }
    }

    private static List<Part> Parts(List<Word> line)
    {
        line.Sort(static (left, right) => left.BoundingBox.Left.CompareTo(right.BoundingBox.Left));
        var parts = new List<Part>();
        foreach (var word in line)
        {
            var box = word.BoundingBox;
            if (parts.Count > 0 && box.Left - parts[^1].Right < GapInHeights * Math.Max(Height(word), 4))
            {
                parts[^1] = parts[^1] with { Text = $"{parts[^1].Text} {word.Text}", Right = box.Right };
            }
            else
            {
                parts.Add(new Part(word.Text, box.Left, box.Right));
            }
        }

        return parts;
    }

    private static double Height(Word word) => word.Letters.Max(static letter => letter.PointSize);

    // The widest row so far gives the columns; the parts of a row with holes go to the columns they stand under.
    private static List<TableCell> Align(List<Part> parts, List<double> columns)
    {
        if (parts.Count >= columns.Count)
        {
            columns.Clear();
            columns.AddRange(parts.Select(static part => part.Center));
            return parts.ConvertAll(static part => new TableCell(part.Text));
        }

        var cells = Enumerable.Repeat(new TableCell(""), columns.Count).ToList();
        foreach (var part in parts)
        {
            var nearest = 0;
            for (var i = 1; i < columns.Count; i++)
            {
                nearest = Math.Abs(columns[i] - part.Center) < Math.Abs(columns[nearest] - part.Center) ? i : nearest;
            }

            cells[nearest] = new TableCell(cells[nearest].IsEmpty ? part.Text : $"{cells[nearest].Text} {part.Text}");
        }

        return cells;
    }

    private sealed record Part(string Text, double Left, double Right)
    {
        internal double Center => (Left + Right) / 2;
    }
}
