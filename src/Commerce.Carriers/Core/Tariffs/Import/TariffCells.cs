namespace Commerce.Carriers.Tariffs;

/// <summary>The cells of one row, read as what their columns hold.</summary>
internal readonly struct TariffCells(TableRow row, TariffHeadings headings, TariffContract contract, TariffMapping mapping, TariffReading reading)
{
    // Everything but band and price, which are filled in by the caller.
    internal TariffRow? Lane()
    {
        var errors = reading.ErrorCount;
        var service = Service();
        var destination = Destination();
        var origin = Origin();
        var level = service?.Level;
        if (Text(TariffField.Level) is { Length: > 0 } word && (level = LevelOf(word)) is null)
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

    private static ServiceLevel? LevelOf(string text) =>
        Enum.TryParse<ServiceLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsAsciiDigit(text[0]) ? level : null;

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
