namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What the agent keeps that finds listings: nothing.</summary>
public sealed record ListingRouter;
