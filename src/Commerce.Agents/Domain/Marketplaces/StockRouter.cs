namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What the stock router keeps: nothing.</summary>
public sealed record StockRouter;
