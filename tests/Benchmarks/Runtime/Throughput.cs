using System.Globalization;

namespace Commerce.Benchmarks;

/// <summary>Measures messages a second of ours and of a baseline in turn; the first round warms up and does not count.</summary>
internal static class Throughput
{
    internal static async Task<int> CompareAsync(
        string name,
        int repetitions,
        Func<Task<(double Rate, bool IsCorrect)>> runOurs,
        string baselineName,
        Func<Task<(double Rate, bool IsCorrect)>> runBaseline)
    {
        var ours = new List<double>();
        var baseline = new List<double>();
        var isCorrect = true;
        for (var i = 0; i <= repetitions; i++)
        {
            var (rate, good) = await runOurs();
            var (baselineRate, baselineGood) = await runBaseline();
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"ours {rate:F0} ({good}), {baselineName} {baselineRate:F0} ({baselineGood}) messages a second"));
            isCorrect &= good && baselineGood;
            if (i > 0)
            {
                ours.Add(rate);
                baseline.Add(baselineRate);
            }
        }

        var (ourFigures, baselineFigures) = (new Figures(ours), new Figures(baseline));
        return Figures.Print(
            name,
            ourFigures.Median / baselineFigures.Median,
            new { messagesPerSecond = new Dictionary<string, object> { ["ours"] = ourFigures.Json, [baselineName] = baselineFigures.Json } },
            repetitions,
            isCorrect);
    }
}
