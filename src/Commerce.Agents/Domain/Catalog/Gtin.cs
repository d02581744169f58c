namespace Commerce.Agents.Domain.Catalog;

/// <summary>Reads GTINs: the numbers under bar codes (EAN, UPC).</summary>
public static class Gtin
{
    private const int Longest = 14;

    /// <summary>Tells whether a text is a GTIN: 8, 12, 13 or 14 digits of which the last one is right.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is one.</returns>
    public static bool IsValid(string? text)
    {
        if (text is not { Length: 8 or 12 or 13 or Longest } || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        // Every second digit counts three times, beginning beside the last one.
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            sum += (text[i] - '0') * ((text.Length - i) % 2 == 0 ? 3 : 1);
        }

        return sum % 10 == 0;
    }

    /// <summary>Writes a GTIN with 14 digits, so that the same product has the same text however it was written.</summary>
    /// <param name="text">A GTIN; nothing for nothing.</param>
    /// <returns>14 digits.</returns>
    public static string? Normalize(string? text) => text?.PadLeft(Longest, '0');
}
