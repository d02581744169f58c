namespace Commerce.Carriers.Tariffs;

/// <summary>Where the columns of a table are, once the row of the headings was seen.</summary>
internal sealed class TariffHeadings
{
    private static readonly int FieldCount = Enum.GetValues<TariffField>().Length;
    private readonly int[] _columns = new int[FieldCount];
    private readonly string[] _headings;

    private TariffHeadings(TableRow row, TariffMapping mapping)
    {
        _headings = [.. row.Cells.Select(static cell => cell.Text)];
        Array.Fill(_columns, -1);
        foreach (var (field, heading) in mapping.Columns)
        {
            _columns[(int)field] = Find(heading);
        }

        Bands = mapping.Layout == TariffLayout.Bands ? TariffBand.ReadAll(_headings, mapping) : [];
    }

    /// <summary>Gets the columns that are weight bands.</summary>
    internal IReadOnlyList<TariffBand> Bands { get; }

    /// <summary>Reads the headings.</summary>
    /// <returns><see langword="null"/> when it is another row; <paramref name="missing"/> then names the headings that are not in it, if some are.</returns>
    internal static TariffHeadings? Read(TableRow row, TariffMapping mapping, out IReadOnlyList<string> missing)
    {
        var headings = new TariffHeadings(row, mapping);
        missing = [.. mapping.Columns.Where(entry => headings._columns[(int)entry.Key] < 0).Select(static entry => entry.Value)];
        var isEmpty = missing.Count == mapping.Columns.Count && headings.Bands.Count == 0;
        var isComplete = missing.Count == 0 && (mapping.Layout == TariffLayout.Rows || headings.Bands.Count > 0);
        missing = isEmpty ? [] : missing;
        return isComplete ? headings : null;
    }

    internal bool Has(TariffField field) => _columns[(int)field] >= 0;

    internal TableCell Cell(TableRow row, TariffField field) => _columns[(int)field] is >= 0 and var column ? row[column] : new TableCell("");

    internal string Name(TariffField field) => _columns[(int)field] is >= 0 and var column ? _headings[column] : field.ToString();

    internal string Name(int column) => column < _headings.Length && _headings[column].Length > 0 ? _headings[column] : ExcelTable.Letter(column);

    /// <summary>Tells whether a row says the headings again, as every page of a document does.</summary>
    internal bool IsRepeatedBy(TableRow row) =>
        row.Cells.Count == _headings.Length && row.Cells.Select(static cell => cell.Text).SequenceEqual(_headings, StringComparer.Ordinal);

    private int Find(string heading) => Array.FindIndex(_headings, candidate => string.Equals(candidate, heading.Trim(), StringComparison.OrdinalIgnoreCase));
}
