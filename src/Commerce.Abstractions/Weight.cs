using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>A weight in whole grams, zero or more. Text form: <c>1.250 kg</c>.</summary>
[JsonConverter(typeof(ParsableJsonConverter<Weight>))]
public readonly record struct Weight :
    IParsable<Weight>, IComparable<Weight>, IAdditionOperators<Weight, Weight, Weight>, IComparisonOperators<Weight, Weight, bool>
{
    private const decimal GramsPerPound = 453.59237m;

    private Weight(long grams) => Grams = grams;

    /// <summary>Gets the whole grams.</summary>
    public long Grams { get; }

    /// <summary>Gets the kilograms, to 3 decimals.</summary>
    public decimal Kilograms => Grams / 1000m;

    /// <summary>Gets the avoirdupois pounds, rounded up to 2 decimals so that a limit is never missed.</summary>
    public decimal Pounds => decimal.Ceiling(Grams / GramsPerPound * 100m) / 100m;

    /// <summary>Adds two weights.</summary>
    /// <param name="left">A weight.</param>
    /// <param name="right">Another weight.</param>
    /// <returns>The sum.</returns>
    public static Weight operator +(Weight left, Weight right) => new(checked(left.Grams + right.Grams));

    /// <inheritdoc/>
    public static bool operator <(Weight left, Weight right) => left.Grams < right.Grams;

    /// <inheritdoc/>
    public static bool operator >(Weight left, Weight right) => left.Grams > right.Grams;

    /// <inheritdoc/>
    public static bool operator <=(Weight left, Weight right) => left.Grams <= right.Grams;

    /// <inheritdoc/>
    public static bool operator >=(Weight left, Weight right) => left.Grams >= right.Grams;

    /// <summary>Makes a weight of grams.</summary>
    /// <param name="grams">Zero or more.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grams"/> is negative.</exception>
    public static Weight FromGrams(long grams)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grams);
        return new Weight(grams);
    }

    /// <summary>Makes a weight of kilograms, rounded up to the gram.</summary>
    /// <param name="kilograms">Zero or more.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kilograms"/> is negative.</exception>
    public static Weight FromKilograms(decimal kilograms) => FromGrams((long)decimal.Ceiling(kilograms * 1000m));

    /// <summary>Makes a weight of avoirdupois pounds, rounded to the nearest gram.</summary>
    /// <param name="pounds">Zero or more.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pounds"/> is negative.</exception>
    public static Weight FromPounds(decimal pounds) => FromGrams((long)decimal.Round(pounds * GramsPerPound));

    /// <summary>Reads <c>1.250 kg</c>.</summary>
    /// <param name="s">Kilograms with a dot, a space, <c>kg</c>.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The weight.</returns>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Weight Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var weight)
        ? weight
        : throw new FormatException("A weight is written like 1.250 kg.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Weight result)
    {
        result = default;
        if (s is null || !s.EndsWith(" kg", StringComparison.Ordinal)
            || !decimal.TryParse(s.AsSpan(0, s.Length - 3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kilograms))
        {
            return false;
        }

        result = FromKilograms(kilograms);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Weight other) => Grams.CompareTo(other.Grams);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kilograms:0.000} kg");
}
