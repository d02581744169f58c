namespace Commerce.Agents.Domain.Payments;

/// <summary>A VAT number in its one form. Personal data where the business is one person.</summary>
/// <param name="Country">The country: Greece writes <c>EL</c>, Northern Ireland <c>XI</c>, which count as Greece and the United Kingdom.</param>
/// <param name="Value">Prefix and number without blanks: <c>FR40303265045</c>.</param>
public sealed record VatNumber(CountryCode Country, string Value)
{
    /// <summary>Names the country alone.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(VatNumber)} {Country}";
}
