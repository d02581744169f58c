using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Commerce;

/// <summary>An e-mail address of the everyday shape <c>local@domain.tld</c>, at most 254 characters.</summary>
/// <remarks>Personal data: the SDK never logs it.</remarks>
[JsonConverter(typeof(ParsableJsonConverter<EmailAddress>))]
public readonly record struct EmailAddress : IParsable<EmailAddress>
{
    private readonly string? _value;

    private EmailAddress(string value) => _value = value;

    /// <summary>Gets the address as given, without surrounding blanks.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads an address.</summary>
    /// <param name="s">One <c>@</c>, a local part of 1 to 64 characters, a domain with a dot; no blanks.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static EmailAddress Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException("An e-mail address is written like name@example.com.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EmailAddress result)
    {
        result = default;
        var text = s?.Trim() ?? "";
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || text.Length > 254 || text.LastIndexOf('@') != at)
        {
            return false;
        }

        var domain = text.AsSpan(at + 1);
        if (domain.IndexOf('.') < 1 || domain[^1] == '.' || text.AsSpan().IndexOfAny(TextRules.BlanksAndBrackets) >= 0)
        {
            return false;
        }

        result = new EmailAddress(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
