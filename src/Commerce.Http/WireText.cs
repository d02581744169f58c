using System.Text;

namespace Commerce.Http;

/// <summary>Text for vendors that take Latin letters without accents, or only so many characters.</summary>
/// <remarks>Has its own table, because normalization forms do nothing where an application runs without culture data.</remarks>
public static class WireText
{
    // Each accented letter of Latin-1 and Latin Extended-A is followed by what stands for it.
    private static readonly Dictionary<char, string> Replacements = Read(
        "ÀA ÁA ÂA ÃA ÄA ÅA ÆAE ÇC ÈE ÉE ÊE ËE ÌI ÍI ÎI ÏI ÐD ÑN ÒO ÓO ÔO ÕO ÖO ØO ÙU ÚU ÛU ÜU ÝY ÞTH ßss " +
        "àa áa âa ãa äa åa æae çc èe ée êe ëe ìi íi îi ïi ðd ñn òo óo ôo õo öo øo ùu úu ûu üu ýy þth ÿy " +
        "ĀA āa ĂA ăa ĄA ąa ĆC ćc ĈC ĉc ĊC ċc ČC čc ĎD ďd ĐD đd ĒE ēe ĔE ĕe ĖE ėe ĘE ęe ĚE ěe ĜG ĝg ĞG ğg ĠG ġg " +
        "ĢG ģg ĤH ĥh ĦH ħh ĨI ĩi ĪI īi ĬI ĭi ĮI įi İI ıi ĲIJ ĳij ĴJ ĵj ĶK ķk ĹL ĺl ĻL ļl ĽL ľl ĿL ŀl ŁL łl ŃN ńn " +
        "ŅN ņn ŇN ňn ŌO ōo ŎO ŏo ŐO őo ŒOE œoe ŔR ŕr ŖR ŗr ŘR řr ŚS śs ŜS ŝs ŞS şs ŠS šs ȘS șs ŢT ţt ŤT ťt ȚT țt " +
        "ŦT ŧt ŨU ũu ŪU ūu ŬU ŭu ŮU ůu ŰU űu ŲU ųu ŴW ŵw ŶY ŷy ŸY ŹZ źz ŻZ żz ŽZ žz ẞSS ’' ‘' “\" ”\" «\" »\" –- —- …... €EUR");

    /// <summary>Replaces accented letters by plain ones and anything else outside printable ASCII by a blank.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Printable ASCII; a ligature gives two letters, so the result may be longer.</returns>
    public static string ToAscii(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            if (c is >= ' ' and <= '~')
            {
                result.Append(c);
            }
            else if (Replacements.TryGetValue(c, out var replacement))
            {
                result.Append(replacement);
            }
            else if (c is < '\u0300' or > '\u036F')
            {
                // A combining accent on its own disappears; what has no plain letter becomes a blank.
                result.Append(' ');
            }
        }

        return result.ToString();
    }

    /// <summary>Keeps letters, digits and blanks of the plain form, with one blank for each run of anything else.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="others">Other characters that the vendor takes.</param>
    /// <returns>Letters, digits and single blanks, without blanks around it.</returns>
    public static string ToAlphanumeric(string text, params ReadOnlySpan<char> others)
    {
        var plain = ToAscii(text);
        var result = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsAsciiLetterOrDigit(c) || others.Contains(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Cuts a text to a length, without leaving half of a surrogate pair or a blank at its end.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">The greatest number of characters: 1 or more.</param>
    /// <returns>The text, or its beginning.</returns>
    public static string Cut(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text[..end].TrimEnd();
    }

    private static Dictionary<char, string> Read(string table)
    {
        var result = new Dictionary<char, string>();
        foreach (var entry in table.Split(' '))
        {
            result[entry[0]] = entry[1..];
        }

        return result;
    }
}
