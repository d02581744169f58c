namespace Commerce.Marketplaces;

/// <summary>The sums of an order, all in one currency.</summary>
public sealed record OrderAmounts
{
    /// <summary>Gets the goods, as the lines have them.</summary>
    public required Money Goods { get; init; }

    /// <summary>Gets the shipping; absent when the marketplace does not tell it apart.</summary>
    public Money? Shipping { get; init; }

    /// <summary>Gets the tax, whether or not the prices hold it; absent when the marketplace reports none.</summary>
    public Money? Tax { get; init; }

    /// <summary>Gets what the buyer pays: goods, shipping, and tax where the prices do not hold it.</summary>
    public required Money Total { get; init; }

    /// <summary>Gets the commission of the marketplace, positive; absent when it does not say.</summary>
    public Money? Commission { get; init; }
}
