using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Commerce.Benchmarks.Chaos;

/// <summary>What a run is asked for.</summary>
internal sealed record ChaosOptions
{
    /// <summary>Gets how long trouble is made.</summary>
    internal double Minutes { get; init; } = 5;

    /// <summary>Gets the seed of everything that happens by chance.</summary>
    internal int Seed { get; init; } = Random.Shared.Next(1, 1_000_000);

    /// <summary>Gets how many commands are published each second.</summary>
    internal int Rate { get; init; } = 60;

    /// <summary>Gets a value indicating whether messages go over Kafka, whose broker is troubled as well.</summary>
    internal bool OverKafka { get; init; }

    internal static bool TryParse(string[] arguments, [NotNullWhen(true)] out ChaosOptions? options)
    {
        options = new ChaosOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i] == "--kafka")
            {
                options = options with { OverKafka = true };
                i--;
                continue;
            }

            if (i + 1 == arguments.Length || !double.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var value) || value <= 0)
            {
                options = null;
                return false;
            }

            switch (arguments[i])
            {
                case "--minutes":
                    options = options with { Minutes = value };
                    break;
                case "--seed":
                    options = options with { Seed = (int)value };
                    break;
                case "--rate":
                    options = options with { Rate = (int)Math.Max(value, 1) };
                    break;
                default:
                    options = null;
                    return false;
            }
        }

        return true;
    }
}
