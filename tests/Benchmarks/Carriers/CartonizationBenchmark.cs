using System.Diagnostics;
using Commerce.Carriers.Packing;
using Commerce.Carriers.Tests.Packing;

namespace Commerce.Benchmarks.Carriers;

/// <summary>Containers of 100 different pieces whose volumes add up to the container's, against packing in layers by hand.</summary>
internal static class CartonizationBenchmark
{
    private const int Seeds = 20;
    private static readonly (int Min, int Max)[] Kinds = [(50, 200), (70, 130), (40, 250)];

    internal static int Run()
    {
        var cartonizer = new Cartonizer();
        var (times, fills, baseline) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var (min, max) in Kinds)
        {
            for (var seed = 0; seed <= Seeds; seed++)
            {
                var (items, container) = PackingProblems.Container(seed, min, max);
                var started = Stopwatch.GetTimestamp();
                var packed = cartonizer.Pack(items, [container]).Value;
                if (seed > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    fills.Add((double)packed.Max(carton => carton.Fill));
                    baseline.Add(Layers(items, container));
                }
            }
        }

        Console.WriteLine($"Fill: {fills.Average():0.000} on average; in layers {baseline.Average():0.000}. {times.Average():0.0} ms on average.");
        return Figures.Print(
            "cartonization",
            fills.Average() / baseline.Average(),
            new { fillAverage = Math.Round(fills.Average(), 3), fill = new Figures(fills).Json, layersFill = new Figures(baseline).Json, milliseconds = new Figures(times).Json },
            Seeds * Kinds.Length,
            fills.Average() >= 0.80 && times.Average() < 100);
    }

    // The hand-written way: the tallest first, in rows, rows in layers, until the container is full.
    private static double Layers(IReadOnlyList<PackItem> items, Carton container)
    {
        var inside = container.Inside;
        var (x, y, z, rowWidth, layerHeight, volume) = (0, 0, 0, 0, 0, 0L);
        foreach (var sides in items.Select(item => new[] { item.Dimensions.LengthMm, item.Dimensions.WidthMm, item.Dimensions.HeightMm }.Order().ToArray()).OrderByDescending(sides => sides[0]))
        {
            var (length, width, height) = (sides[2], sides[1], sides[0]);
            if (x + length > inside.LengthMm)
            {
                (x, y, rowWidth) = (0, y + rowWidth, 0);
            }

            if (y + width > inside.WidthMm)
            {
                (x, y, z, rowWidth, layerHeight) = (0, 0, z + layerHeight, 0, 0);
            }

            if (z + height > inside.HeightMm)
            {
                continue;
            }

            (x, rowWidth, layerHeight) = (x + length, Math.Max(rowWidth, width), Math.Max(layerHeight, height));
            volume += (long)length * width * height;
        }

        return (double)volume / ((double)inside.LengthMm * inside.WidthMm * inside.HeightMm);
    }
}
