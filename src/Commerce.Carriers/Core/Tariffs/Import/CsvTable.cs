using System.Text;
using CsvHelper;

namespace Commerce.Carriers.Tariffs;

/// <summary>Reads a CSV file record by record; memory does not grow with the file.</summary>
internal static class CsvTable
{
    internal static IEnumerable<TableRow> Read(Stream content, TariffMapping mapping)
    {
        using var text = new StreamReader(content, EncodingOf(mapping.Encoding), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = mapping.Separator,
            TrackLineNumbers = true,
            MaxRecordSize = ImportLimits.MaxRecordBytes,
            BufferSize = ImportLimits.MaxRecordBytes,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Throw,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
        });
        var cells = new List<TableCell>();
        var rows = 0;
        while (Next(reader))
        {
            if (++rows > ImportLimits.MaxRows)
            {
                throw ImportLimits.TooManyRows(null);
            }

            if (reader.FieldCount > ImportLimits.MaxColumns)
            {
                throw new UnreadableFileException(
                    $"The row has {reader.FieldCount} fields: at most {ImportLimits.MaxColumns}. Is Separator right?", row: (int)reader.LineNumber);
            }

            cells.Clear();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var value = reader.GetString(i).Trim();
                if (value.AsSpan().IndexOfAny('\0', '\uFFFD') >= 0)
                {
                    throw NoText((int)reader.LineNumber);
                }

                cells.Add(new TableCell(value));
            }

            yield return new TableRow(null, (int)reader.LineNumber, cells);
        }
    }

    private static UnreadableFileException NoText(int row) =>
        new("There are bytes that are no text in this encoding: save it as UTF-8, or set Encoding.", row: row);

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (DecoderFallbackException)
        {
            throw NoText((int)reader.LineNumber + 1);
        }
        catch (CsvFormatException exception)
        {
            throw new UnreadableFileException(
                $"A record is longer than {ImportLimits.MaxRecordBytes / 1024} KB or has a quote that does not end: repair it.",
                row: (int)Math.Max(1, exception.LineNumber));
        }
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            var encoding = (Encoding)(CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).Clone();
            encoding.DecoderFallback = DecoderFallback.ExceptionFallback;
            return encoding;
        }
        catch (ArgumentException)
        {
            throw new UnreadableFileException($"Encoding is {name}, which is not known: give utf-8, utf-16 or windows-1252.");
        }
    }
}
