namespace Commerce.Carriers.Tariffs;

/// <summary>Turns the rows of a table into prices; every mistake becomes an error with its place.</summary>
internal sealed class TariffRowReader(TariffContract contract, TariffMapping mapping, TariffReading reading)
{
    private TariffHeadings? _headings;
    private string? _sheet;
    private IReadOnlyList<string> _nearestMissing = [];
    private int _rowsWithoutHeadings;
    private bool _hasHeadings;
    private TariffRow? _before;

    internal void Read(IEnumerable<TableRow> rows, bool sheetsAreTables, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sheetsAreTables && row.Sheet != _sheet)
            {
                (_sheet, _headings, _rowsWithoutHeadings, _before) = (row.Sheet, null, 0, null);
            }

            if (row.IsEmpty)
            {
                continue;
            }

            if (_headings is null)
            {
                FindHeadings(row);
            }
            else if (!_headings.IsRepeatedBy(row))
            {
                ReadPrices(row, _headings);
            }
        }

        if (!_hasHeadings)
        {
            throw new UnreadableFileException(NoHeadings());
        }

        if (reading.PricesRead == 0)
        {
            throw new UnreadableFileException("There is no price below the headings.");
        }
    }

    private void FindHeadings(TableRow row)
    {
        if (_rowsWithoutHeadings >= ImportLimits.MaxHeaderRows)
        {
            return;
        }

        _rowsWithoutHeadings++;
        _headings = TariffHeadings.Read(row, mapping, out var missing);
        _hasHeadings |= _headings is not null;
        if (missing.Count > 0 && (_nearestMissing.Count == 0 || missing.Count < _nearestMissing.Count))
        {
            _nearestMissing = missing;
        }
    }

    private string NoHeadings() => _nearestMissing.Count > 0
        ? $"No row has all headings; missing: {string.Join(", ", _nearestMissing)}. Correct Columns of the mapping, Separator, or the file."
        : $"None of the first {ImportLimits.MaxHeaderRows} rows has the headings {string.Join(", ", mapping.Columns.Values)}"
            + $"{(mapping.Layout == TariffLayout.Bands ? " and weight bands such as 0-0.5" : "")}: correct Columns of the mapping, Separator, or the file.";

    private void ReadPrices(TableRow row, TariffHeadings headings)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Text is ['=' or '@', ..])
            {
                reading.CountPrice(row.Sheet);
                reading.Reject(row, headings.Name(i), row.Cells[i].Text, "It looks like a formula: write the value.");
                return;
            }
        }

        var lane = new TariffCells(row, headings, contract, mapping, reading);
        if (mapping.Layout == TariffLayout.Rows)
        {
            reading.CountPrice(row.Sheet);
            ReadRow(lane, row, headings);
        }
        else
        {
            ReadBands(lane, row, headings);
        }
    }

    private void ReadRow(TariffCells cells, TableRow row, TariffHeadings headings)
    {
        var draft = cells.Lane();
        var to = cells.Weight(TariffField.To);
        var from = headings.Has(TariffField.From)
            ? cells.Weight(TariffField.From)
            : _before is { } before && draft is { } lane && before.Service == lane.Service && before.Destination == lane.Destination && before.Origin == lane.Origin ? before.To : default;
        var price = cells.Price(headings.Cell(row, TariffField.Price), headings.Name(TariffField.Price));
        var extra = cells.Extra();
        if (draft is null || to is null || from is null || price is null || extra is null)
        {
            return;
        }

        if (to <= from)
        {
            reading.Reject(row, headings.Name(TariffField.To), headings.Cell(row, TariffField.To).Text, $"The band ends at {to} and begins at {from}: the end must be above.");
            return;
        }

        _before = draft with { From = from.Value, To = to.Value, Price = price.Value, PricePerExtraKilogram = extra.Value };
        reading.Accept(_before, row, null);
    }

    private void ReadBands(TariffCells cells, TableRow row, TariffHeadings headings)
    {
        var lane = cells.Lane();
        foreach (var band in headings.Bands)
        {
            var cell = row[band.Column];
            if (cell.Text is "" or "-" or "–" or "—")
            {
                continue;
            }

            reading.CountPrice(row.Sheet);
            var days = lane?.TransitDays;
            var bracket = cell.Text.IndexOf('(', StringComparison.Ordinal);
            if (bracket > 0)
            {
                if (!TariffText.TryDays(new TableCell(cell.Text[(bracket + 1)..].TrimEnd(')', ' ')), out var inCell))
                {
                    reading.Reject(row, headings.Name(band.Column), cell.Text, "The days in brackets are no number: write them like (2) or (2-3).");
                    continue;
                }

                (days, cell) = (inCell, new TableCell(cell.Text[..bracket].TrimEnd()));
            }

            if (cells.Price(cell, headings.Name(band.Column)) is { } price && lane is not null)
            {
                reading.Accept(lane with { From = band.From, To = band.To, Price = price, TransitDays = days }, row, headings.Name(band.Column));
            }
        }
    }
}
