using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>Outer dimensions of a parcel in whole millimetres. Text form: <c>30.0x20.0x10.0 cm</c>.</summary>
[JsonConverter(typeof(ParsableJsonConverter<Dimensions>))]
public readonly record struct Dimensions : IParsable<Dimensions>
{
    private const decimal MillimetresPerInch = 25.4m;

    /// <summary>Creates dimensions in centimetres.</summary>
    /// <param name="lengthCm">The length, above 0 to 10 000 cm; rounded up to the millimetre.</param>
    /// <param name="widthCm">The width, likewise.</param>
    /// <param name="heightCm">The height, likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is not above 0 or is over 10 000 cm.</exception>
    public Dimensions(decimal lengthCm, decimal widthCm, decimal heightCm)
    {
        LengthMm = Side(lengthCm, nameof(lengthCm));
        WidthMm = Side(widthCm, nameof(widthCm));
        HeightMm = Side(heightCm, nameof(heightCm));
    }

    /// <summary>Gets the length in millimetres.</summary>
    public int LengthMm { get; }

    /// <summary>Gets the width in millimetres.</summary>
    public int WidthMm { get; }

    /// <summary>Gets the height in millimetres.</summary>
    public int HeightMm { get; }

    /// <summary>Gets the length in centimetres, to 1 decimal.</summary>
    public decimal LengthCm => LengthMm / 10m;

    /// <summary>Gets the width in centimetres, to 1 decimal.</summary>
    public decimal WidthCm => WidthMm / 10m;

    /// <summary>Gets the height in centimetres, to 1 decimal.</summary>
    public decimal HeightCm => HeightMm / 10m;

    /// <summary>Gets the longest side in centimetres.</summary>
    public decimal LongestSideCm => Math.Max(LengthMm, Math.Max(WidthMm, HeightMm)) / 10m;

    /// <summary>Gets the longest side plus twice each of the other two, in centimetres: what carriers call length plus girth.</summary>
    public decimal LengthAndGirthCm => ((2 * ((long)LengthMm + WidthMm + HeightMm)) / 10m) - LongestSideCm;

    /// <summary>Gets the weight that the volume counts for.</summary>
    /// <param name="divisor">Cubic centimetres per kilogram: 5 000 for most carriers.</param>
    /// <returns>The volumetric weight, rounded up to the gram.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="divisor"/> is not above 0.</exception>
    public Weight VolumetricWeight(int divisor = 5000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        return Weight.FromKilograms(LengthCm * WidthCm * HeightCm / divisor);
    }

    /// <summary>Gives the sides in whole inches, each rounded up.</summary>
    /// <returns>Length, width and height in inches.</returns>
    public (int Length, int Width, int Height) ToInches() => (Inches(LengthMm), Inches(WidthMm), Inches(HeightMm));

    /// <summary>Reads <c>30.0x20.0x10.0 cm</c>.</summary>
    /// <param name="s">Three sides in centimetres joined by <c>x</c>, a space, <c>cm</c>.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The dimensions.</returns>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Dimensions Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException("Dimensions are written like 30.0x20.0x10.0 cm.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Dimensions result)
    {
        result = default;
        if (s is null || !s.EndsWith(" cm", StringComparison.Ordinal))
        {
            return false;
        }

        var sides = s[..^3].Split('x');
        Span<decimal> values = stackalloc decimal[3];
        if (sides.Length != 3)
        {
            return false;
        }

        for (var i = 0; i < 3; i++)
        {
            if (!decimal.TryParse(sides[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out values[i])
                || values[i] is <= 0 or > 10_000)
            {
                return false;
            }
        }

        result = new Dimensions(values[0], values[1], values[2]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{LengthCm:0.0}x{WidthCm:0.0}x{HeightCm:0.0} cm");

    private static int Inches(int millimetres) => (int)decimal.Ceiling(millimetres / MillimetresPerInch);

    private static int Side(decimal centimetres, string name) => centimetres is > 0 and <= 10_000
        ? (int)decimal.Ceiling(centimetres * 10)
        : throw new ArgumentOutOfRangeException(name, centimetres, $"{name} is {centimetres}: give above 0 to 10 000 cm.");
}
