using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Commerce.Carriers.Tariffs;

/// <summary>Looks through a workbook before it is read: nothing that runs, nothing that explodes, nothing that reaches outside.</summary>
internal static class ExcelGuard
{
    private const int TextBuffer = 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    internal static void Check(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > ImportLimits.MaxZipEntries)
            {
                throw new UnreadableFileException($"The workbook has {zip.Entries.Count} parts, more than {ImportLimits.MaxZipEntries}: save it anew.");
            }

            var budget = new UnpackBudget(ImportLimits.MaxUnpackedBytes);
            var names = ExcelSheetNames.Read(zip, budget, Settings);
            foreach (var entry in zip.Entries)
            {
                Check(entry, budget, names);
            }
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("It is no .xlsx workbook: an .xls file, one with a password, or damaged. Save it as .xlsx without a password.");
        }
        catch (XmlException exception)
        {
            throw new UnreadableFileException($"A part of the workbook is no sound XML ({Kind(exception)}): save it anew.");
        }
    }

    private static string Kind(XmlException exception) =>
        exception.Message.Contains("DTD", StringComparison.Ordinal) ? "it declares a DTD" : "it is damaged";

    private static void Check(ZipArchiveEntry entry, UnpackBudget budget, IReadOnlyDictionary<string, string> names)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableFileException("The workbook has macros: save it as .xlsx without them.");
        }

        if (name.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableFileException("The workbook has links to other files: replace them by their values.");
        }

        // Shared texts are held in memory while the workbook is read.
        var isSharedText = name.Equals("xl/sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
        using var unpacked = (isSharedText ? new UnpackBudget(ImportLimits.MaxSharedTextBytes) : budget).Count(entry.Open());
        if (name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            CheckSheet(unpacked, names.GetValueOrDefault(name, Path.GetFileNameWithoutExtension(name)));
        }
        else if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            using var xml = XmlReader.Create(unpacked, Settings);
            while (xml.Read())
            {
                // Reading is the check: well-formed, no DTD, within the budget.
                CheckText(xml, null, 0, "");
            }
        }
        else
        {
            unpacked.CopyTo(Stream.Null);
        }
    }

    // Rows and cells may say where they are; those that do not follow the one before.
    private static void CheckSheet(Stream unpacked, string sheet)
    {
        using var xml = XmlReader.Create(unpacked, Settings);
        var (rows, row, column) = (0, 0, 0);
        while (xml.Read())
        {
            CheckText(xml, sheet, row, Cell(row, column));
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    row = xml.GetAttribute("r") is { } number ? RowOf(number) : row + 1;
                    column = 0;
                    if (++rows > ImportLimits.MaxRows || row > ImportLimits.MaxRows)
                    {
                        throw ImportLimits.TooManyRows(sheet);
                    }

                    break;
                case "c":
                    column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                    if (column > ImportLimits.MaxColumns)
                    {
                        throw new UnreadableFileException($"There are more than {ImportLimits.MaxColumns} columns: delete those that are not used.", sheet, row, Cell(row, column));
                    }

                    if (xml.GetAttribute("t") == "e")
                    {
                        throw new UnreadableFileException("The cell is an error such as #REF!: repair it.", sheet, row, Cell(row, column));
                    }

                    break;
                case "f":
                    throw new UnreadableFileException(
                        "The cell is a formula: replace the formulas by their values (copy, paste as values).",
                        sheet,
                        row,
                        Cell(row, column),
                        "=" + Beginning(xml));
            }
        }
    }

    // Reads in pieces, so that a text without end needs no memory.
    private static void CheckText(XmlReader xml, string? sheet, int row, string cell)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA) || !xml.CanReadValueChunk)
        {
            return;
        }

        var buffer = new char[TextBuffer];
        var length = 0;
        for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
        {
            length += read;
            if (length > ImportLimits.MaxCellText)
            {
                throw new UnreadableFileException(
                    $"A text has more than {ImportLimits.MaxCellText} characters, which Excel itself does not write: save the workbook anew.",
                    sheet,
                    row > 0 ? row : null,
                    cell.Length > 0 ? cell : null);
            }
        }
    }

    private static string Beginning(XmlReader formula)
    {
        var buffer = new char[ImportLimits.MaxShownValue];
        return formula.Read() && formula.NodeType == XmlNodeType.Text
            ? new string(buffer, 0, formula.ReadValueChunk(buffer, 0, buffer.Length))
            : "";
    }

    private static string Cell(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{ExcelTable.Letter(Math.Max(0, column - 1))}{row}");

    private static int RowOf(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : int.MaxValue;

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (letter is < 'A' or > 'Z' || column > ImportLimits.MaxColumns)
            {
                break;
            }

            column = (column * 26) + letter - 'A' + 1;
        }

        return column;
    }
}
