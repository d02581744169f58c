using System.Collections.Frozen;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Checks the form of VAT numbers. A pure function: whether a number was given out, only its authority knows.</summary>
/// <remarks>Source: the formats of the European Commission's VIES, and of HMRC for the United Kingdom.</remarks>
public static class VatNumbers
{
    // # is a digit, @ a letter, ? either; forms are separated by blanks.
    private static readonly FrozenDictionary<string, string[]> Forms = new Dictionary<string, string>
    {
        ["AT"] = "U########",
        ["BE"] = "0######### 1#########",
        ["BG"] = "######### ##########",
        ["CY"] = "########@",
        ["CZ"] = "######## ######### ##########",
        ["DE"] = "#########",
        ["DK"] = "########",
        ["EE"] = "#########",
        ["EL"] = "#########",
        ["ES"] = "@#######? ########@",
        ["FI"] = "########",
        ["FR"] = "??#########",
        ["GB"] = "######### ############ GD### HA###",
        ["HR"] = "###########",
        ["HU"] = "########",
        ["IE"] = "#?#####@ #######@@",
        ["IT"] = "###########",
        ["LT"] = "######### ############",
        ["LU"] = "########",
        ["LV"] = "###########",
        ["MT"] = "########",
        ["NL"] = "#########B##",
        ["PL"] = "##########",
        ["PT"] = "#########",
        ["RO"] = "## ### #### ##### ###### ####### ######## ######### ##########",
        ["SE"] = "############",
        ["SI"] = "########",
        ["SK"] = "##########",
        ["XI"] = "######### ############ GD### HA###",
    }.ToFrozenDictionary(static entry => entry.Key, static entry => entry.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>Reads a VAT number.</summary>
    /// <param name="text">Country prefix and number, letters of any case; blanks, dots and dashes are dropped.</param>
    /// <returns>The number in its one form, or why it is none.</returns>
    public static Outcome<VatNumber> Read(string? text)
    {
        var value = string.Concat((text ?? "").Where(static c => c is not (' ' or '.' or '-'))).ToUpperInvariant();
        if (value.Length < 4 || !Forms.TryGetValue(value[..2], out var forms))
        {
            return Refused("A VAT number begins with the two letters of a member state of the European Union, or GB or XI.");
        }

        var (prefix, number) = (value[..2], value[2..]);
        return forms.Any(form => Fits(number, form))
            ? Outcome.Of(new VatNumber(CountryOf(prefix), value))
            : Refused($"VAT numbers of {prefix} are written like {prefix}{forms[0]} (# a digit, @ a letter, ? either): correct it.");
    }

    private static CountryCode CountryOf(string prefix) => prefix switch
    {
        "EL" => CountryCode.Parse("GR"),
        "XI" => CountryCode.UnitedKingdom,
        _ => CountryCode.Parse(prefix),
    };

    private static bool Fits(string number, string form)
    {
        if (number.Length != form.Length)
        {
            return false;
        }

        for (var i = 0; i < form.Length; i++)
        {
            var fits = form[i] switch
            {
                '#' => char.IsAsciiDigit(number[i]),
                '@' => char.IsAsciiLetterUpper(number[i]),
                '?' => char.IsAsciiDigit(number[i]) || char.IsAsciiLetterUpper(number[i]),
                var same => number[i] == same,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static Outcome<VatNumber> Refused(string text) => Outcome.Refused<VatNumber>(RefusalCode.Validation, text, "VatNumber");
}
