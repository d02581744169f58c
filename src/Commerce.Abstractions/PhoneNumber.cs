using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>
/// A telephone number of 4 to 15 digits: international with a leading <c>+</c> (E.164), or national as a marketplace
/// may give it. Blanks, dots, dashes, slashes and brackets are dropped.
/// </summary>
/// <remarks>Personal data: the SDK never logs it.</remarks>
[JsonConverter(typeof(ParsableJsonConverter<PhoneNumber>))]
public readonly record struct PhoneNumber : IParsable<PhoneNumber>
{
    private readonly string? _value;

    private PhoneNumber(string value) => _value = value;

    /// <summary>Gets the digits, with a leading <c>+</c> when international.</summary>
    public string Value => _value ?? "";

    /// <summary>Gets the digits alone.</summary>
    public string Digits => Value.TrimStart('+');

    /// <summary>Gets a value indicating whether the number starts with <c>+</c> and a country calling code.</summary>
    public bool IsInternational => Value.StartsWith('+');

    /// <summary>Reads a number.</summary>
    /// <param name="s">4 to 15 digits, an optional leading <c>+</c> or <c>00</c>, separators anywhere.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The number.</returns>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static PhoneNumber Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException("A telephone number has 4 to 15 digits, such as +33102030405.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhoneNumber result)
    {
        result = default;
        var digits = new StringBuilder(16);
        foreach (var c in s ?? "")
        {
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0))
            {
                digits.Append(c);
            }
            else if (!TextRules.PhoneSeparators.Contains(c))
            {
                return false;
            }
        }

        var text = digits.ToString();
        if (text.StartsWith("00", StringComparison.Ordinal))
        {
            text = "+" + text[2..];
        }

        var count = text.TrimStart('+').Length;
        if (count is < 4 or > 15)
        {
            return false;
        }

        result = new PhoneNumber(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
