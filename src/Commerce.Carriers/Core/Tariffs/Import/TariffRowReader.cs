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

    private static ServiceLevel? Level(string text) =>
        Enum.TryParse<ServiceLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsAsciiDigit(text[0]) ? level : null;

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

        var lane = new Cells(row, headings, contract, mapping, reading);
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

    private void ReadRow(Cells cells, TableRow row, TariffHeadings headings)
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

    private void ReadBands(Cells cells, TableRow row, TariffHeadings headings)
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

    /// <summary>The cells of one row, read as what their columns hold.</summary>
    private readonly struct Cells(TableRow row, TariffHeadings headings, TariffContract contract, TariffMapping mapping, TariffReading reading)
    {
        // Everything but band and price, which are filled in by the caller.
        internal TariffRow? Lane()
        {
            var errors = reading.ErrorCount;
            var service = Service();
            var destination = Destination();
            var origin = Origin();
            var level = service?.Level;
            if (Text(TariffField.Level) is { Length: > 0 } word && (level = TariffRowReader.Level(word)) is null)
            {
                Reject(TariffField.Level, "It is no level: write economy, standard, express or overnight.");
            }

            int? days = null;
            if (Filled(TariffField.TransitDays, out var cell))
            {
                if (TariffText.TryDays(cell, out var read))
                {
                    days = read;
                }
                else
                {
                    Reject(TariffField.TransitDays, "It is no number of days from 0 to 365: write 2 or 2-3.");
                }
            }

            var (from, to) = (Day(TariffField.ValidFrom) ?? mapping.DefaultValidFrom, Day(TariffField.ValidTo) ?? mapping.DefaultValidTo);
            if (Text(TariffField.Currency) is { Length: > 0 } currency && currency != contract.Currency.Code)
            {
                Reject(TariffField.Currency, $"The price list is in {contract.Currency}: import each currency on its own.");
            }

            return errors == reading.ErrorCount
                ? new TariffRow
                {
                    Service = service!.Service,
                    Level = level!.Value,
                    Origin = origin,
                    Destination = destination,
                    From = default,
                    To = Commerce.Weight.FromGrams(1),
                    Price = new Money(1, contract.Currency),
                    TransitDays = days,
                    ValidFrom = from,
                    ValidTo = to,
                }
                : null;
        }

        internal Weight? Weight(TariffField field)
        {
            if (TariffText.TryWeight(headings.Cell(row, field), mapping, out var weight))
            {
                return weight;
            }

            Reject(field, $"It is no weight: write a number of {(mapping.WeightUnit == TariffWeightUnit.Kilogram ? "kilograms" : "grams")} with '{mapping.DecimalSeparator}', 0 or more.");
            return null;
        }

        internal Money? Price(TableCell cell, string column)
        {
            if (!TariffText.TryPrice(cell, contract.Currency, mapping, out var price))
            {
                reading.Reject(row, column, cell.Text, $"It is no price: write a number with '{mapping.DecimalSeparator}' in {contract.Currency}.");
                return null;
            }

            if (price > 0)
            {
                return new Money(price, contract.Currency);
            }

            reading.Reject(row, column, cell.Text, "A price is above 0: correct it, or leave the row out when there is no service.");
            return null;
        }

        internal decimal? Extra()
        {
            if (!Filled(TariffField.PricePerExtraKilogram, out var cell))
            {
                return 0;
            }

            if (TariffText.TryPrice(cell, contract.Currency, mapping, out var price) && price >= 0)
            {
                return price;
            }

            Reject(TariffField.PricePerExtraKilogram, $"It is no price: write a number with '{mapping.DecimalSeparator}', 0 or more.");
            return null;
        }

        private TariffService? Service()
        {
            var word = Text(TariffField.Service);
            if (word.Length == 0)
            {
                if (mapping.DefaultService is null)
                {
                    Reject(TariffField.Service, "The service is missing: fill it, or set DefaultService of the mapping.");
                }

                return mapping.DefaultService;
            }

            return mapping.Services.TryGetValue(word, out var service) ? service : new TariffService(new CarrierService(word));
        }

        private TariffDestination Destination()
        {
            var word = Text(TariffField.Destination);
            if (!headings.Has(TariffField.Destination))
            {
                return TariffDestination.Any;
            }

            if (!mapping.Destinations.TryGetValue(word, out var destination) && !TariffDestination.TryParse(word, null, out destination))
            {
                Reject(TariffField.Destination, "It is no country code, zone:NAME or *: correct it, or translate the word in Destinations of the mapping.");
            }

            return destination;
        }

        private CountryCode? Origin()
        {
            var word = Text(TariffField.Origin);
            if (word is "" or "*")
            {
                return word.Length == 0 ? mapping.DefaultOrigin : null;
            }

            if (CountryCode.TryParse(word, null, out var origin))
            {
                return origin;
            }

            Reject(TariffField.Origin, "It is no country code: write two letters, or *.");
            return null;
        }

        private DateOnly? Day(TariffField field)
        {
            if (!Filled(field, out var cell))
            {
                return null;
            }

            if (TariffText.TryDay(cell, mapping, out var day))
            {
                return day;
            }

            Reject(field, $"It is no day: write it as {mapping.DateFormat}.");
            return null;
        }

        private string Text(TariffField field) => headings.Cell(row, field).Text;

        private bool Filled(TariffField field, out TableCell cell)
        {
            cell = headings.Cell(row, field);
            return !cell.IsEmpty;
        }

        private void Reject(TariffField field, string message) =>
            reading.Reject(row, headings.Name(field), headings.Cell(row, field).Text, message);
    }
}
