namespace Commerce.Carriers.Tariffs;

/// <summary>How a file is to be read. The default reads what <see cref="TariffExport"/> writes.</summary>
public sealed record TariffMapping
{
    /// <summary>Gets the mapping of our own exports.</summary>
    public static TariffMapping Export { get; } = new()
    {
        Columns = new Dictionary<TariffField, string>
        {
            [TariffField.Service] = "service",
            [TariffField.Level] = "level",
            [TariffField.Origin] = "origin",
            [TariffField.Destination] = "destination",
            [TariffField.From] = "from_kg",
            [TariffField.To] = "to_kg",
            [TariffField.Price] = "price",
            [TariffField.PricePerExtraKilogram] = "price_per_extra_kg",
            [TariffField.TransitDays] = "transit_days",
            [TariffField.ValidFrom] = "valid_from",
            [TariffField.ValidTo] = "valid_to",
            [TariffField.Currency] = "currency",
        },
    };

    /// <summary>Gets the layout.</summary>
    public TariffLayout Layout { get; init; }

    /// <summary>Gets the heading of each column, matched without case. Every column that is named must be there; columns that are not named are ignored.</summary>
    public required IReadOnlyDictionary<TariffField, string> Columns
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Columns));
    }

    /// <summary>Gets the sheet of a workbook; <see langword="null"/> for every sheet that has the headings.</summary>
    public string? Sheet { get; init; }

    /// <summary>Gets what separates the fields of a CSV file; found out by its first lines when not given.</summary>
    public char? Separator { get; init; }

    /// <summary>Gets the encoding of a CSV file, such as <c>windows-1252</c>; a byte order mark wins.</summary>
    /// <value>The default is <c>utf-8</c>; bytes that are none are refused.</value>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Gets what separates decimals in text: a dot or a comma. Numbers of a workbook need none.</summary>
    /// <value>The default is a dot.</value>
    public char DecimalSeparator
    {
        get;
        init => field = value is '.' or ','
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DecimalSeparator), value, "DecimalSeparator is neither a dot nor a comma: give one of them.");
    } = '.';

    /// <summary>Gets the unit of the weights.</summary>
    public TariffWeightUnit WeightUnit { get; init; }

    /// <summary>Gets the form of days in text.</summary>
    /// <value>The default is <c>yyyy-MM-dd</c>.</value>
    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>Gets what the file's words for services mean; a word that is not named is the carrier's code.</summary>
    public IReadOnlyDictionary<string, TariffService> Services { get; init => field = value ?? throw new ArgumentNullException(nameof(Services)); } =
        new Dictionary<string, TariffService>();

    /// <summary>Gets what the file's words for destinations mean, such as <c>Allemagne</c>.</summary>
    public IReadOnlyDictionary<string, TariffDestination> Destinations { get; init => field = value ?? throw new ArgumentNullException(nameof(Destinations)); } =
        new Dictionary<string, TariffDestination>();

    /// <summary>Gets the service of all rows, when the file has no column for it.</summary>
    public TariffService? DefaultService { get; init; }

    /// <summary>Gets the country of departure of all rows, when the file has no column for it.</summary>
    public CountryCode? DefaultOrigin { get; init; }

    /// <summary>Gets the first day of all prices, when the file has no column for it.</summary>
    public DateOnly? DefaultValidFrom { get; init; }

    /// <summary>Gets the last day of all prices, when the file has no column for it.</summary>
    public DateOnly? DefaultValidTo { get; init; }
}
