using System.Globalization;

namespace Commerce.Carriers.Tariffs;

/// <summary>Reads numbers, weights and days as price lists write them.</summary>
internal static class TariffText
{
    private const decimal MaxKilograms = 100_000;

    internal static bool TryNumber(string text, TariffMapping mapping, out decimal number)
    {
        number = 0;
        var other = mapping.DecimalSeparator == '.' ? ',' : '.';
        if (text.Length is 0 or > 30 || text.Contains(other, StringComparison.Ordinal))
        {
            return false;
        }

        // Spaces of any width part the thousands.
        var plain = text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter))) : text;
        return decimal.TryParse(
            mapping.DecimalSeparator == ',' ? plain.Replace(',', '.') : plain,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out number);
    }

    internal static bool TryPrice(TableCell cell, Currency currency, TariffMapping mapping, out decimal price)
    {
        if (cell.Number is { } number)
        {
            price = number;
            return true;
        }

        var text = cell.Text;
        text = currency == Currency.Eur ? text.Replace("€", "", StringComparison.Ordinal) : text;
        text = text.EndsWith(currency.Code, StringComparison.Ordinal) ? text[..^currency.Code.Length] : text;
        return TryNumber(text.Trim(), mapping, out price);
    }

    internal static bool TryWeight(TableCell cell, TariffMapping mapping, out Weight weight)
    {
        if (cell.Number is { } number)
        {
            return TryWeight(number, mapping, out weight);
        }

        var unit = mapping.WeightUnit == TariffWeightUnit.Kilogram ? "kg" : "g";
        var text = cell.Text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? cell.Text[..^unit.Length].TrimEnd() : cell.Text;
        return TryWeight(text, mapping, out weight);
    }

    internal static bool TryWeight(string text, TariffMapping mapping, out Weight weight)
    {
        weight = default;
        return TryNumber(text, mapping, out var number) && TryWeight(number, mapping, out weight);
    }

    internal static bool TryDays(TableCell cell, out int days)
    {
        // Of a range the upper value counts: it is a promise.
        var text = cell.Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : cell.Text;
        var dash = text.LastIndexOfAny(['-', '–', '—']);
        return int.TryParse(text.AsSpan(dash > 0 ? dash + 1 : 0).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= 365;
    }

    internal static bool TryDay(TableCell cell, TariffMapping mapping, out DateOnly day)
    {
        day = cell.Day ?? default;
        return cell.Day is not null || DateOnly.TryParseExact(cell.Text, mapping.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static bool TryWeight(decimal number, TariffMapping mapping, out Weight weight)
    {
        weight = default;
        var kilograms = mapping.WeightUnit == TariffWeightUnit.Kilogram ? number : number / 1000;
        if (kilograms is < 0 or > MaxKilograms)
        {
            return false;
        }

        weight = Weight.FromKilograms(kilograms);
        return true;
    }
}
