namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What the agent keeps that tells accounts of prices: nothing.</summary>
public sealed record PriceRouter;
