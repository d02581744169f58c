namespace Commerce.Agents.Domain.Catalog;

/// <summary>What the agent keeps that hears of changed products: nothing.</summary>
public sealed record CatalogNote;
