using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Commerce.Carriers.Tariffs;

/// <summary>Reads the visible sheets of a workbook row by row, after <see cref="ExcelGuard"/> looked through it.</summary>
internal static class ExcelTable
{
    // The library looks up windows-1252 even for workbooks, which need it never.
    static ExcelTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static IEnumerable<TableRow> Read(Stream content, TariffMapping mapping)
    {
        ExcelGuard.Check(content);
        content.Position = 0;
        using var reader = Open(content);
        var found = false;
        do
        {
            var sheet = reader.Name;
            if (mapping.Sheet is { } wanted ? !string.Equals(sheet, wanted, StringComparison.OrdinalIgnoreCase) : reader.VisibleState != "visible")
            {
                continue;
            }

            found = true;
            var cells = new List<TableCell>();
            for (var row = 1; reader.Read(); row++)
            {
                cells.Clear();
                for (var i = 0; i < Math.Min(reader.FieldCount, ImportLimits.MaxColumns); i++)
                {
                    cells.Add(Cell(reader.GetValue(i)));
                }

                yield return new TableRow(sheet, row, cells);
            }
        }
        while (reader.NextResult());

        if (!found)
        {
            throw new UnreadableFileException(mapping.Sheet is { } name ? $"There is no sheet {name}: correct Sheet." : "There is no visible sheet.");
        }
    }

    internal static string Letter(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + (char)('A' + (column % 26));

    private static IExcelDataReader Open(Stream content)
    {
        try
        {
            return ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception exception) when (exception is not UnreadableFileException)
        {
            // The library has many ways to say that a workbook is not sound.
            throw new UnreadableFileException("The workbook cannot be read: save it anew as .xlsx.");
        }
    }

    private static TableCell Cell(object? value) => value switch
    {
        null => new TableCell(""),
        string text => new TableCell(text.Trim()),
        double number when Math.Abs(number) < 1e15 => Number((decimal)number),
        int number => Number(number),
        DateTime day => new TableCell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day: DateOnly.FromDateTime(day)),
        _ => new TableCell(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static TableCell Number(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), number);
}
