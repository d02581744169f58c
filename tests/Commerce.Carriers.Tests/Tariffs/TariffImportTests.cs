using System.Text;
using Commerce.Carriers.Tariffs;
using Commerce.Testing;
using Xunit;

namespace Commerce.Carriers.Tests.Tariffs;

/// <summary>Price lists from files that are meant well.</summary>
public sealed class TariffImportTests
{
    private static readonly TariffContract Contract = new()
    {
        Carrier = CarrierCode.Colissimo,
        Account = "mine",
        Currency = Currency.Eur,
        Zones = [new TariffZone { Name = "EU", Countries = [CountryCode.Germany] }],
    };

    private static readonly TariffMapping Bands = new()
    {
        Layout = TariffLayout.Bands,
        Columns = new Dictionary<TariffField, string> { [TariffField.Destination] = "To" },
        DefaultService = new TariffService(new CarrierService("DOM")),
    };

    private readonly InMemoryTariffStore _store = new();
    private readonly TariffManager _tariffs;

    public TariffImportTests() => _tariffs = new TariffManager(_store, new FakeClock());

    [Fact]
    public async Task Csv_of_rows_becomes_active()
    {
        var report = await ImportAsync(
            "service,level,origin,destination,from_kg,to_kg,price,price_per_extra_kg,transit_days,valid_from,valid_to,currency\n" +
            "DOM,standard,FR,FR,0,0.5,4.95,,2,2026-01-01,2026-12-31,EUR\n" +
            "\"DOM\",express,*,zone:eu,0.5,1,5.50,0.1,2-3,,,EUR\n",
            TariffMapping.Export);

        Assert.Empty(report.Errors);
        Assert.Equal((2, 2, 1), (report.PricesRead, report.PricesAccepted, report.Activated?.Number));
        Assert.Equal(
            new TariffRow
            {
                Service = new CarrierService("DOM"),
                Level = ServiceLevel.Express,
                Destination = TariffDestination.ToZone("EU"),
                From = Weight.FromGrams(500),
                To = Weight.FromKilograms(1),
                Price = Money.Eur(5.50m),
                PricePerExtraKilogram = 0.1m,
                TransitDays = 3,
            },
            report.Tariff!.Rows[1]);
    }

    [Fact]
    public async Task French_csv_in_an_old_encoding_is_read_by_its_mapping()
    {
        var mapping = new TariffMapping
        {
            Columns = new Dictionary<TariffField, string>
            {
                [TariffField.Destination] = "Pays", [TariffField.To] = "Jusqu'à (g)", [TariffField.Price] = "Prix HT", [TariffField.Service] = "Offre",
            },
            Encoding = "windows-1252",
            DecimalSeparator = ',',
            WeightUnit = TariffWeightUnit.Gram,
            Destinations = new Dictionary<string, TariffDestination> { ["Allemagne"] = TariffDestination.To(CountryCode.Germany) },
            Services = new Dictionary<string, TariffService> { ["Sans signature"] = new(new CarrierService("DOM")) },
            DefaultOrigin = CountryCode.France,
        };
        var text = "Tarifs 2026\n\nOffre;Pays;Jusqu'à (g);Prix HT;Note\nSans signature;Allemagne;500;4,95 €;été\nSans signature;Allemagne;1 000;1 234,50;\n";

        var report = await _tariffs.ImportAsync(
            new TariffFile("tarifs.csv", new MemoryStream(Encoding.Latin1.GetBytes(text.Replace("€", "\u0080", StringComparison.Ordinal)))), mapping, Contract);

        Assert.Empty(report.Errors);
        Assert.Equal(
            [(CountryCode.Germany, 0L, 500L, 4.95m), (CountryCode.Germany, 500L, 1000L, 1234.50m)],
            report.Tariff!.Rows.Select(row => (row.Destination.Country!.Value, row.From.Grams, row.To.Grams, row.Price.Amount)));
    }

    [Fact]
    public async Task Csv_of_bands_leaves_out_what_is_not_served()
    {
        var report = await ImportAsync("To,0-0.5,0.5–1 kg,≤ 5\nFR,4.95 (2),5.50,7.90 (3)\nDE,15,–,22.00 (4)\n", Bands);

        Assert.Empty(report.Errors);
        Assert.Equal(
            ["FR 0-500 4.95 2", "FR 500-1000 5.50 ", "FR 1000-5000 7.90 3", "DE 0-500 15 ", "DE 1000-5000 22.00 4"],
            report.Tariff!.Rows.Select(row => FormattableString.Invariant(
                $"{row.Destination} {row.From.Grams}-{row.To.Grams} {row.Price.Amount} {row.TransitDays}")));
        Assert.Contains(report.Review!.Issues, issue => issue.Kind == TariffIssueKind.Gap);
    }

    [Fact]
    public async Task Pdf_is_read_as_the_table_that_people_see()
    {
        var pdf = PdfText.Write(
            [
                [(50, 780, "Tarifs 2026"), (50, 740, "To"), (150, 740, "0-0.5"), (250, 740, "0.5-1"), (350, 740, "1-2")],
                [(50, 740, "To"), (150, 740, "0-0.5"), (250, 740, "0.5-1"), (350, 740, "1-2"), (50, 720, "DE"), (150, 720, "15.00 (4)"), (350, 720, "22.00 (4)")],
            ],
            [(50, 720, "FR"), (150, 720, "4.95 (2)"), (250, 720, "5.50 (2)"), (350, 720, "6.90 (2)"), (50, 60, "Page 1")]);

        var report = await _tariffs.ImportAsync(new TariffFile("list.pdf", new MemoryStream(pdf)), Bands, Contract);

        Assert.Empty(report.Errors);
        Assert.Equal(
            ["FR 500 4.95", "FR 1000 5.50", "FR 2000 6.90", "DE 500 15.00", "DE 2000 22.00"],
            report.Tariff!.Rows.Select(row => FormattableString.Invariant($"{row.Destination} {row.To.Grams} {row.Price.Amount}")));
    }

    [Theory]
    [InlineData("prices.csv")]
    [InlineData("prices.xlsx")]
    public async Task What_is_exported_is_imported_without_loss(string file)
    {
        var tariff = await SampleTariffs.ReadAsync(CarrierCode.Dpd, "mine");
        tariff = tariff with
        {
            Rows =
            [
                .. tariff.Rows,
                new TariffRow
                {
                    Service = new CarrierService("relay, \"quoted\""),
                    Level = ServiceLevel.Overnight,
                    Destination = TariffDestination.ToZone("REMOTE"),
                    From = Weight.FromGrams(1),
                    To = Weight.FromGrams(2),
                    Price = Money.Eur(0.123456789m),
                    PricePerExtraKilogram = 0.01m,
                    ValidFrom = new DateOnly(2026, 1, 1),
                    ValidTo = new DateOnly(2026, 12, 31),
                },
            ],
        };
        using var content = new MemoryStream();
        await (file.EndsWith("xlsx", StringComparison.Ordinal) ? TariffExport.WriteExcelAsync(tariff, content) : TariffExport.WriteCsvAsync(tariff, content));
        content.Position = 0;

        var report = await _tariffs.ImportAsync(new TariffFile(file, content), TariffMapping.Export, tariff.Contract, dryRun: true);

        Assert.Empty(report.Errors);
        Assert.Equal(tariff.Rows, report.Tariff!.Rows);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        var report = await ImportAsync("To,0-0.5\nFR,4.95\n", Bands, dryRun: true);

        Assert.NotNull(report.Tariff);
        Assert.Null(report.Activated);
        Assert.Empty(await _store.GetActiveAsync());
    }

    [Fact]
    public async Task A_large_change_is_refused_until_somebody_approves_it()
    {
        await ImportAsync("To,0-0.5\nFR,4.95\n", Bands);

        var report = await ImportAsync("To,0-0.5\nFR,9.95\n", Bands);

        Assert.Equal(RefusalCode.PolicyViolation, report.Refusal?.Code);
        Assert.Null(report.Activated);
        Assert.Equal(1, Assert.Single(await _store.GetActiveAsync()).Number);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_wound_back_is_read_too()
    {
        using var content = new MemoryStream();
        await TariffExport.WriteExcelAsync(await SampleTariffs.ReadAsync(CarrierCode.Dpd, "mine"), content);
        using var upload = new ForwardOnlyStream(content.ToArray());

        var report = await _tariffs.ImportAsync(
            new TariffFile("list.xlsx", upload), TariffMapping.Export, (await SampleTariffs.ReadAsync(CarrierCode.Dpd, "mine")).Contract);

        Assert.Empty(report.Errors);
        Assert.Equal(48, report.PricesAccepted);
    }

    private Task<TariffImportReport> ImportAsync(string text, TariffMapping mapping, bool dryRun = false) =>
        _tariffs.ImportAsync(new TariffFile("list.csv", new MemoryStream(Encoding.UTF8.GetBytes(text))), mapping, Contract, dryRun);
}
