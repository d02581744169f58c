namespace Commerce.Marketplaces;

/// <summary>A tax or levy that goes with a price, as a rate or as an amount; the two are never mixed up.</summary>
public sealed record PriceTax
{
    private PriceTax(string code, decimal? percent, Money? amount)
    {
        Code = Guard.Text(code, 50, nameof(code));
        Percent = percent;
        Amount = amount;
    }

    /// <summary>Gets the marketplace's code, such as <c>VAT</c> or <c>Ecotax</c>; it may mind the spelling.</summary>
    public string Code { get; }

    /// <summary>Gets the rate in percent, 0 to 100: 20 is twenty percent; absent for an amount.</summary>
    public decimal? Percent { get; }

    /// <summary>Gets the amount for one piece, zero or more; absent for a rate.</summary>
    public Money? Amount { get; }

    /// <summary>Makes a tax by rate.</summary>
    /// <param name="code">The marketplace's code: 1 to 50 characters.</param>
    /// <param name="percent">The rate in percent, 0 to 100: 20 is twenty percent, 0.2 a fifth of one.</param>
    /// <returns>The tax.</returns>
    public static PriceTax OfPercent(string code, decimal percent) => percent is >= 0 and <= 100
        ? new(code, percent, null)
        : throw new ArgumentOutOfRangeException(nameof(percent), percent, $"percent is {percent}: give 0 to 100.");

    /// <summary>Makes a levy by amount.</summary>
    /// <param name="code">The marketplace's code: 1 to 50 characters.</param>
    /// <param name="amount">The amount for one piece, zero or more.</param>
    /// <returns>The levy.</returns>
    public static PriceTax OfAmount(string code, Money amount) => new(code, null, Guard.NotNegative(amount, nameof(amount)));
}
