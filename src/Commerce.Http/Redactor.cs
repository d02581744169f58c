using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Commerce.Http;

/// <summary>Takes secrets and personal data out of text that may reach a log or an exception.</summary>
public sealed partial class Redactor
{
    private const string Mask = "***";

    // A field whose name holds one of these parts holds a secret or personal data.
    private const string Parts =
        "token|secret|password|passwd|pwd|api_?key|authorization|credential|signature|account_?number|accountid|shipper_?number|" +
        "first_?name|last_?name|family_?name|full_?name|attention_?name|contact|company|civility|recipient_?name|shipper_?name|" +
        "customer_?name|buyer|street|address|adress|line[0-9]|city|town|postal|postcode|post_?code|zip|phone|mobile|gsm|e?mail|" +
        "iban|card|cvc|birth|door_?code|vat_?number|eori|latitude|longitude|receivedby|signedby|body|phrase";

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

        result = JsonField().Replace(result, $"$1{Mask}");
        result = XmlField().Replace(result, $"$1{Mask}");
        result = FormField().Replace(result, $"$1{Mask}");
        result = Scheme().Replace(result, $"$1 {Mask}");
        result = Mail().Replace(result, Mask);
        return LongNumber().Replace(result, static match => IsCardOrPhone(match.Value) ? Mask : match.Value);
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

    [GeneratedRegex($"(\"[^\"]{{0,60}}(?:{Parts})[^\"]{{0,60}}\"\\s*:\\s*)(?:\"(?:\\\\.|[^\"\\\\])*\"?|-?[0-9][^,}}\\]\\s]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JsonField();

    [GeneratedRegex($"(<(?:[\\w.-]+:)?[\\w.-]{{0,60}}(?:{Parts})[\\w.-]{{0,60}}(?:\\s[^<>]*)?>)[^<]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex XmlField();

    [GeneratedRegex($"((?:^|[?&\\s])[\\w.%\\[\\]-]{{0,60}}(?:{Parts})[\\w.%\\[\\]-]{{0,60}}=)[^&\\s]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormField();

    [GeneratedRegex("\\b(Bearer|Basic|Plain|IAF)\\s+[A-Za-z0-9+/=._~|^#-]{4,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,24}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex("\\+?[0-9](?:[ .-]?[0-9]){7,22}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumber();
}
