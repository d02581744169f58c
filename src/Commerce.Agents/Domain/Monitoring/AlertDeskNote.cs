namespace Commerce.Agents.Domain.Monitoring;

/// <summary>What the agent keeps that reads and forgets alerts: nothing.</summary>
public sealed record AlertDeskNote;
