namespace Commerce.Agents.Domain.Orders;

/// <summary>The agent that looks for units elsewhere keeps nothing: who waits is listed as <see cref="Backorder"/>s.</summary>
public sealed record BackorderAllocation;
