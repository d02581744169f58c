using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>An exact amount in one currency. Amounts of two currencies never mix.</summary>
/// <remarks>
/// The amount may have more decimals than the currency until <see cref="Round"/> is called; round once per line, then
/// add. Text form: <c>12.90 EUR</c>, in every culture.
/// </remarks>
[JsonConverter(typeof(ParsableJsonConverter<Money>))]
public readonly record struct Money :
    IParsable<Money>,
    IComparable<Money>,
    ISpanFormattable,
    IAdditionOperators<Money, Money, Money>,
    ISubtractionOperators<Money, Money, Money>,
    IUnaryNegationOperators<Money, Money>,
    IMultiplyOperators<Money, decimal, Money>,
    IComparisonOperators<Money, Money, bool>
{
    /// <summary>Creates an amount.</summary>
    /// <param name="amount">The amount in major units (euros, not cents), of either sign.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentException"><paramref name="currency"/> was never set.</exception>
    public Money(decimal amount, Currency currency)
    {
        Amount = amount;
        Currency = Guard.NotDefault(currency, nameof(currency));
    }

    /// <summary>Gets the amount in major units.</summary>
    public decimal Amount { get; }

    /// <summary>Gets the currency.</summary>
    public Currency Currency { get; }

    /// <summary>Gets a value indicating whether the amount is zero.</summary>
    public bool IsZero => Amount == 0;

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">Another amount.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, Common(left, right));

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">What is taken away.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, Common(left, right));

    /// <summary>Turns the sign.</summary>
    /// <param name="value">An amount.</param>
    /// <returns>The amount of the other sign.</returns>
    public static Money operator -(Money value) => new(-value.Amount, value.Currency);

    /// <summary>Multiplies without rounding.</summary>
    /// <param name="left">An amount.</param>
    /// <param name="right">A quantity or a rate.</param>
    /// <returns>The product, not rounded.</returns>
    public static Money operator *(Money left, decimal right) => new(left.Amount * right, left.Currency);

    /// <inheritdoc/>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Makes an amount of euros.</summary>
    /// <param name="amount">The amount in euros.</param>
    /// <returns>The amount.</returns>
    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    /// <summary>Makes a zero amount.</summary>
    /// <param name="currency">The currency.</param>
    /// <returns>Zero.</returns>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Reads an amount of minor units (cents).</summary>
    /// <param name="minorUnits">The whole number of minor units.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="exponent">The decimals that the vendor uses for this currency; the currency's own when not given.</param>
    /// <returns>The amount in major units.</returns>
    public static Money FromMinorUnits(long minorUnits, Currency currency, int? exponent = null) =>
        new(minorUnits / PowerOfTen(exponent ?? currency.Exponent), currency);

    /// <summary>Gives the amount in whole minor units (cents).</summary>
    /// <param name="exponent">The decimals that the vendor uses for this currency; the currency's own when not given.</param>
    /// <returns>The whole number of minor units.</returns>
    /// <exception cref="InvalidOperationException">The amount has more decimals than that: round it first.</exception>
    public long ToMinorUnits(int? exponent = null)
    {
        var scaled = Amount * PowerOfTen(exponent ?? Currency.Exponent);
        return scaled == decimal.Truncate(scaled)
            ? decimal.ToInt64(scaled)
            : throw new InvalidOperationException(
                $"{this} has more than {exponent ?? Currency.Exponent} decimals: round it before it is sent.");
    }

    /// <summary>Rounds to the decimals of the currency, half away from zero.</summary>
    /// <returns>The rounded amount.</returns>
    public Money Round() => new(decimal.Round(Amount, Currency.Exponent, MidpointRounding.AwayFromZero), Currency);

    /// <summary>Splits the amount by weights so that the parts add up to the whole (largest remainder).</summary>
    /// <param name="weights">One weight for each part: none negative, at least one above zero.</param>
    /// <returns>As many parts as weights, each rounded to the currency, whose sum is the rounded amount.</returns>
    /// <remarks>Units left over go to the largest remainders; equal remainders to the earlier part.</remarks>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = 0m;
        foreach (var weight in weights)
        {
            total += weight >= 0 ? weight : throw new ArgumentException("A weight is negative.", nameof(weights));
        }

        if (total == 0)
        {
            throw new ArgumentException("At least one weight must be above zero.", nameof(weights));
        }

        var scale = PowerOfTen(Currency.Exponent);
        var units = Round().Amount * scale;
        var sign = Math.Sign(units);
        units = Math.Abs(units);
        var parts = new decimal[weights.Count];
        var order = new int[weights.Count];
        var remainders = new decimal[weights.Count];
        var left = units;
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = units * weights[i] / total;
            parts[i] = decimal.Floor(exact);
            remainders[i] = exact - parts[i];
            order[i] = i;
            left -= parts[i];
        }

        Array.Sort(order, (a, b) => remainders[b] != remainders[a] ? remainders[b].CompareTo(remainders[a]) : a.CompareTo(b));
        for (var i = 0; left > 0; i = (i + 1) % order.Length)
        {
            if (weights[order[i]] > 0)
            {
                parts[order[i]]++;
                left--;
            }
        }

        var result = new Money[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            result[i] = new Money(sign * parts[i] / scale, Currency);
        }

        return result;
    }

    /// <summary>Compares two amounts of one currency.</summary>
    /// <param name="other">The other amount.</param>
    /// <returns>Below zero, zero or above zero.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        _ = Common(this, other);
        return Amount.CompareTo(other.Amount);
    }

    /// <summary>Reads <c>12.90 EUR</c>.</summary>
    /// <param name="s">A decimal with a dot, a space, three letters.</param>
    /// <param name="provider">Not used: the form is the same in every culture.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Money Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var money)
        ? money
        : throw new FormatException("An amount is written like 12.90 EUR.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result)
    {
        result = default;
        var space = s?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        if (s is null || space < 1
            || !Currency.TryParse(s[(space + 1)..], null, out var currency)
            || !decimal.TryParse(
                s.AsSpan(0, space),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount))
        {
            return false;
        }

        result = new Money(amount, currency);
        return true;
    }

    /// <summary>Writes <c>12.90 EUR</c>: at least the decimals of the currency, and no digit lost.</summary>
    /// <returns>The amount as text.</returns>
    public override string ToString() => Currency == default ? "0" : $"{Plain(Amount, Currency.Exponent)} {Currency.Code}";

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }

    private static string Plain(decimal amount, int exponent) => amount.ToString(
        exponent == 0 ? "0.############################" : "0." + new string('0', exponent) + new string('#', 28 - exponent),
        CultureInfo.InvariantCulture);

    private static decimal PowerOfTen(int exponent) => exponent switch
    {
        0 => 1m,
        1 => 10m,
        2 => 100m,
        3 => 1000m,
        4 => 10000m,
        _ => throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "A currency has 0 to 4 decimals."),
    };

    private static Currency Common(Money left, Money right) => left.Currency == right.Currency
        ? left.Currency
        : throw new InvalidOperationException(
            $"Amounts of {left.Currency} and {right.Currency} do not mix: convert one of them first.");
}
