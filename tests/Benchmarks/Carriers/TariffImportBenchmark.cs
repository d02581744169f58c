using System.Diagnostics;
using System.Globalization;
using System.Text;
using Commerce.Carriers;
using Commerce.Carriers.Tariffs;

namespace Commerce.Benchmarks.Carriers;

/// <summary>100 000 rows of CSV, the same with seven times the bytes, and as .xlsx, validated and activated, against a hand-written reader of the CSV.</summary>
internal static class TariffImportBenchmark
{
    private const int Rows = 100_000;
    private const int Repetitions = 5;
    private const double MaxMemoryRatio = 1.5;
    private static readonly TariffContract Contract = new() { Carrier = CarrierCode.Dpd, Account = "mine", Currency = Currency.Eur };

    internal static async Task<int> RunAsync()
    {
        var heading = string.Join(',', Enum.GetValues<TariffField>().Select(field => TariffMapping.Export.Columns[field]));
        var csv = Encoding.UTF8.GetBytes($"{heading}\n{string.Join('\n', PriceLists.CsvRows(Rows))}\n");
        var padding = new string('x', 400);
        var padded = Encoding.UTF8.GetBytes($"{heading},note\n{string.Join('\n', PriceLists.CsvRows(Rows).Select(row => $"{row},{padding}"))}\n");
        var xlsx = await ExcelAsync(csv);
        var (csvTimes, excelTimes, handTimes, memory, paddedMemory) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var isCorrect = true;
        for (var i = 0; i <= Repetitions; i++)
        {
            var (seconds, megabytes, good) = await ImportAsync("list.csv", csv);
            var (_, morePadded, goodPadded) = await ImportAsync("list.csv", padded);
            var (excelSeconds, _, goodExcel) = await ImportAsync("list.xlsx", xlsx);
            var (handSeconds, goodHand) = ByHand(csv);
            isCorrect &= good && goodPadded && goodExcel && goodHand;
            if (i > 0)
            {
                csvTimes.Add(seconds);
                excelTimes.Add(excelSeconds);
                handTimes.Add(handSeconds);
                memory.Add(megabytes);
                paddedMemory.Add(morePadded);
            }
        }

        var (ours, hand, plain, large) = (new Figures(csvTimes), new Figures(handTimes), new Figures(memory), new Figures(paddedMemory));
        return Figures.Print(
            "tariff-import",
            ours.Median / hand.Median,
            new
            {
                seconds = new { csv = ours.Json, xlsx = new Figures(excelTimes).Json, byHand = hand.Json },
                peakMegabytes = new { csv = plain.Json, csvOfMoreBytes = large.Json, fileMegabytes = new[] { csv.Length >> 20, padded.Length >> 20 } },
            },
            Repetitions,
            isCorrect && large.Median / plain.Median < MaxMemoryRatio);
    }

    private static async Task<byte[]> ExcelAsync(byte[] csv)
    {
        var report = await new TariffManager(new InMemoryTariffStore(), TimeProvider.System)
            .ImportAsync(new TariffFile("list.csv", new MemoryStream(csv)), TariffMapping.Export, Contract, dryRun: true);
        using var content = new MemoryStream();
        await TariffExport.WriteExcelAsync(report.Tariff!, content);
        return content.ToArray();
    }

    private static async Task<(double Seconds, double PeakMegabytes, bool IsCorrect)> ImportAsync(string name, byte[] content)
    {
        GC.Collect();
        var store = new InMemoryTariffStore();
        using var peak = new PeakMemory();
        var started = Stopwatch.GetTimestamp();
        var report = await new TariffManager(store, TimeProvider.System).ImportAsync(new TariffFile(name, new MemoryStream(content)), TariffMapping.Export, Contract);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (seconds, peak.StopMegabytes(), report is { Activated: not null, PricesAccepted: Rows, ErrorCount: 0 });
    }

    private static (double Seconds, bool IsCorrect) ByHand(byte[] csv)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        var rows = new List<(string Lane, decimal From, decimal To, decimal Price, int Days)>();
        using var reader = new StreamReader(new MemoryStream(csv));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var (from, to, price) = (Number(cells[4]), Number(cells[5]), Number(cells[6]));
            if (price <= 0 || to <= from || cells[11] != "EUR")
            {
                return (0, false);
            }

            rows.Add(($"{cells[0]} {cells[2]} {cells[3]} {cells[9]} {cells[10]}", from, to, price, int.Parse(cells[8], CultureInfo.InvariantCulture)));
        }

        foreach (var lane in rows.GroupBy(row => row.Lane))
        {
            var bands = lane.OrderBy(row => row.From).ToList();
            for (var i = 1; i < bands.Count; i++)
            {
                if (bands[i].From < bands[i - 1].To)
                {
                    return (0, false);
                }
            }
        }

        return (Stopwatch.GetElapsedTime(started).TotalSeconds, rows.Count == Rows);

        static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
