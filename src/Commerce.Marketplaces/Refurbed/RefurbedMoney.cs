using System.Globalization;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Amounts as Refurbed writes them: a decimal with a point, as text. It takes two decimals at most.</summary>
internal static class RefurbedMoney
{
    internal static Money Read(string? text, Currency currency, string field) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, currency)
            : throw new FormatException(field);

    internal static Money? ReadOptional(string? text, Currency? currency, string field) =>
        string.IsNullOrEmpty(text) || currency is null ? null : Read(text, currency.Value, field);

    internal static bool IsWritable(Money money) => decimal.Round(money.Amount, 2) == money.Amount;

    internal static string Write(Money money) => money.Amount.ToString("0.##", CultureInfo.InvariantCulture);
}
