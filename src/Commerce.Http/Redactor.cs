using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Commerce.Http;

/// <summary>Takes secrets and personal data out of text that may reach a log or an exception.</summary>
public sealed partial class Redactor
{
    private const string Mask = "***";

    // A field whose name holds one of these parts holds a secret or personal data.
    private const string Parts =
        "token|secret|password|passwd|pwd|api_?key|authorization|credential|signature|account_?number|accountid|shipper_?number|" +
        "first_?name|last_?name|family_?name|full_?name|attention_?name|contact|company|civility|recipient_?name|shipper_?name|customer_?name|person_?name|dlvr_?(name|comments)|" +
        "name[0-9]|receiver|buyer|street|address|adress|line[0-9]|^add[1-4]$|dest_?(addr|zip)|city|town|postal|postcode|post_?code|zip|^zc$|phone?|mobile|gsm|e?mail|" +
        "iban|card|cvc|birth|door_?code|dcode|vat_?number|eori|latitude|longitude|^lat$|^long$|receivedby|signedby|body|phrase";

    private readonly string[] _secrets;

    /// <summary>Creates a redactor.</summary>
    /// <param name="secrets">The account's secret values; those under 4 characters are left to the field names.</param>
    public Redactor(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _secrets = [.. secrets.Where(static secret => secret is { Length: >= 4 }).Distinct().OrderByDescending(static secret => secret.Length)];
    }

    /// <summary>Replaces what must not be seen by <c>***</c>.</summary>
    /// <param name="text">Any text: JSON, XML, a form, a sentence.</param>
    /// <returns>The text without secrets and personal data; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var result = text;
        foreach (var secret in _secrets)
        {
            result = result.Replace(secret, Mask, StringComparison.Ordinal);
        }

        result = MaskFields(result, JsonName(), JsonValue());
        result = XmlElement().Replace(result, static match => Part().IsMatch(match.Groups["name"].ValueSpan) ? match.Groups["tag"].Value + Mask : match.Value);
        result = MaskFields(result, FormName(), FormValue());
        result = Scheme().Replace(result, $"$1 {Mask}");
        result = result.Contains('@', StringComparison.Ordinal) ? Mail().Replace(result, Mask) : result;
        return LongNumber().Replace(result, static match => IsCardOrPhone(match.Value) ? Mask : match.Value);
    }

    /// <summary>
    /// Masks the values of secret names. Names are found by their shape first: one pattern for shape and meaning would look for every secret
    /// word at every place of every name. The value of another name is looked into: it may hold fields of its own.
    /// </summary>
    private static string MaskFields(string text, Regex name, Regex value)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var at = 0; First(name, text, at) is { } found;)
        {
            at = found.Start + 1;
            if (Part().IsMatch(text.AsSpan(found.Start, found.End - found.Start)) && First(value, text, found.End) is { } secret)
            {
                (masked ??= new StringBuilder(text.Length)).Append(text, copied, found.End - copied).Append(Mask);
                at = copied = secret.End;
            }
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static (int Start, int End)? First(Regex regex, string text, int start)
    {
        foreach (var match in regex.EnumerateMatches(text, start))
        {
            return (match.Index, match.Index + match.Length);
        }

        return null;
    }

    private static bool IsCardOrPhone(string text)
    {
        if (text[0] == '+')
        {
            return true;
        }

        var sum = 0;
        var digits = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var digit = text[i] - '0';
            if (digits % 2 == 1)
            {
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            }

            sum += digit;
            digits++;
        }

        return digits is >= 13 and <= 19 && sum % 10 == 0;
    }

    [GeneratedRegex(Parts, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex("\"[^\"]*\"\\s*:\\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JsonName();

    // A string, a list of strings, or a number; all may be cut off.
    [GeneratedRegex("\\G(?:\"(?:\\\\.|[^\"\\\\])*\"?|\\[\\s*(?>\"(?:\\\\.|[^\"\\\\])*\"?\\s*,?\\s*)+\\]?|-?[0-9][^,}\\]\\s]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JsonValue();

    [GeneratedRegex("(?<tag><(?:[\\w.-]+:)?(?<name>[\\w.-]+)(?:\\s[^<>]*)?>)[^<]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex XmlElement();

    [GeneratedRegex("(?:^|[?&\\s])[\\w.%\\[\\]-]+=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormName();

    [GeneratedRegex("\\G[^&\\s]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormValue();

    [GeneratedRegex("\\b(Bearer|Basic|Plain|IAF)\\s+[A-Za-z0-9+/=._~|^#-]{4,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,24}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex("\\+?[0-9](?:[ .-]?[0-9]){7,22}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumber();
}
