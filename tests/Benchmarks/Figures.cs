using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Commerce.Benchmarks;

/// <summary>What several repetitions of a measurement say.</summary>
internal sealed class Figures(IReadOnlyList<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    internal double Median => _sorted[_sorted.Length / 2];

    internal object Json => new { median = Math.Round(Median, 3), min = Math.Round(_sorted[0], 3), max = Math.Round(_sorted[^1], 3) };

    internal static int Print(string name, double ratio, object figures, int repetitions, bool isCorrect)
    {
        Console.WriteLine(isCorrect ? "The work was done and checked." : "THE WORK WAS WRONG.");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            name,
            ratio = Math.Round(ratio, 3),
            figures,
            runtime = string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores"),
            repetitions,
        }));
        return isCorrect ? 0 : 1;
    }
}
