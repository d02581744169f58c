namespace Commerce.Marketplaces;

/// <summary>The sums of an order, all in one currency.</summary>
public sealed record OrderAmounts
{
    /// <summary>Gets the goods, as the lines have them.</summary>
    public required Money Goods { get; init; }

    /// <summary>Gets the shipping.</summary>
    public required Money Shipping { get; init; }

    /// <summary>Gets the tax that the marketplace reports, whether or not the prices hold it.</summary>
    public required Money Tax { get; init; }

    /// <summary>Gets what the buyer pays: goods, shipping, and tax where the prices do not hold it.</summary>
    public required Money Total { get; init; }

    /// <summary>Gets the commission of the marketplace, positive; absent when it does not say.</summary>
    public Money? Commission { get; init; }
}
