namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What the stock router knows of a product.</summary>
public sealed record StockRouter
{
    /// <summary>Gets how many can be sold, by warehouse.</summary>
    public IReadOnlyDictionary<string, int> Available { get; init; } = new Dictionary<string, int>();
}
