namespace Commerce.Carriers.Tariffs;

/// <summary>What was read from a file so far: prices with where they stand, and errors.</summary>
internal sealed class TariffReading(string file)
{
    private readonly List<TariffImportError> _errors = [];
    private readonly List<(string? Sheet, int Row, string? Column)> _places = [];

    internal List<TariffRow> Rows { get; } = [];

    internal IReadOnlyList<TariffImportError> Errors => _errors;

    internal int ErrorCount { get; private set; }

    internal int PricesRead { get; private set; }

    internal int PricesAccepted { get; private set; }

    internal void CountPrice(string? sheet)
    {
        if (++PricesRead > ImportLimits.MaxRows)
        {
            throw ImportLimits.TooManyRows(sheet);
        }
    }

    internal void Accept(TariffRow row, TableRow source, string? column)
    {
        PricesAccepted++;
        if (ErrorCount == 0)
        {
            Rows.Add(row);
            _places.Add((source.Sheet, source.Number, column));
        }
        else
        {
            // Nothing will become active: what was read needs no room.
            Rows.Clear();
            _places.Clear();
        }
    }

    internal void Reject(TableRow source, string? column, string? value, string message) =>
        Reject(new TariffImportError(file, message, source.Sheet, source.Number, column, value is null ? null : ImportLimits.Shown(value)));

    internal void Reject(TariffImportError error)
    {
        if (++ErrorCount <= ImportLimits.MaxListedErrors)
        {
            _errors.Add(error);
        }
    }

    internal void Reject(UnreadableFileException exception) => Reject(exception.ToError(file));

    internal void Reject(TariffReview review)
    {
        foreach (var issue in review.Issues.Where(static issue => issue.IsError))
        {
            var (sheet, row, column) = issue.Row is { } index ? _places[index] : (null, 0, null);
            Reject(new TariffImportError(file, issue.Message, sheet, issue.Row is null ? null : row, column));
        }

        ErrorCount = Math.Max(ErrorCount, review.ErrorCount);
    }
}
