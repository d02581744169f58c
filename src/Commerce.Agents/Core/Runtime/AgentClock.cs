namespace Commerce.Agents.Runtime;

/// <summary>The clock of the agents, which may differ from the host's.</summary>
internal sealed record AgentClock(TimeProvider Value);
