using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>An ISO 4217 currency: three upper-case letters and the number of decimals of its amounts.</summary>
/// <remarks>
/// A code that ISO 4217 gives another number of decimals than 2 is in a table here (source: ISO 4217, list one);
/// any other three letters count as a currency with 2 decimals, so that a new code is no error.
/// </remarks>
[JsonConverter(typeof(ParsableJsonConverter<Currency>))]
public readonly record struct Currency : IParsable<Currency>, IComparable<Currency>
{
    private static readonly FrozenDictionary<string, int> Exponents = BuildExponents();

    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>Gets the euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>Gets the US dollar.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Gets the pound sterling.</summary>
    public static Currency Gbp { get; } = new("GBP");

    /// <summary>Gets the Swiss franc.</summary>
    public static Currency Chf { get; } = new("CHF");

    /// <summary>Gets the Japanese yen, which has no decimals.</summary>
    public static Currency Jpy { get; } = new("JPY");

    /// <summary>Gets the three upper-case letters, or an empty text when the value was never set.</summary>
    public string Code => _code ?? "";

    /// <summary>Gets the number of decimals: 0, 2, 3 or 4.</summary>
    public int Exponent => Exponents.GetValueOrDefault(Code, 2);

    /// <summary>Reads a code; letters of any case.</summary>
    /// <param name="s">Three letters.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not three letters.</exception>
    public static Currency Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var currency)
        ? currency
        : throw new FormatException("A currency is three letters of ISO 4217, such as EUR.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result)
    {
        result = default;
        if (s is not { Length: 3 } || s.AsSpan().ContainsAnyExcept(TextRules.LetterSet))
        {
            return false;
        }

        result = new Currency(s.ToUpperInvariant());
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static FrozenDictionary<string, int> BuildExponents()
    {
        var exponents = new Dictionary<string, int>(StringComparer.Ordinal);
        Add("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0);
        Add("BHD IQD JOD KWD LYD OMR TND", 3);
        Add("CLF UYW", 4);
        return exponents.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string codes, int exponent)
        {
            foreach (var code in codes.Split(' '))
            {
                exponents.Add(code, exponent);
            }
        }
    }
}
