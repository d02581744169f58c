namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>How the price of an account is made of the shop's. A pure function.</summary>
/// <param name="Factor">What the shop's price, which is without tax, is multiplied by, as 1.2 where the buyer's tax is in the price: 0.01 to 100.</param>
/// <param name="Step">What the price is rounded to a multiple of, half up, as 0.05 or 1: 0 to 1 000; 0 for the currency's decimals only.</param>
public sealed record MarketplacePriceRule(decimal Factor = 1, decimal Step = 0)
{
    internal static MarketplacePriceRule Same { get; } = new();

    /// <summary>Makes the account's price of the shop's.</summary>
    /// <param name="price">The price in the shop, more than 0.</param>
    /// <returns>The price, rounded once; never less than one step or the smallest coin.</returns>
    public Money Apply(Money price)
    {
        var least = Step > 0 ? Step : Money.FromMinorUnits(1, price.Currency).Amount;
        var raw = price.Amount * Factor;
        var rounded = Math.Round(raw / least, MidpointRounding.AwayFromZero) * least;
        return new Money(Math.Max(rounded, least), price.Currency).Round();
    }
}
