namespace Commerce.Agents.Domain.Monitoring;

/// <summary>It is time to look whether an agent is still heard of.</summary>
/// <param name="Agent">The agent.</param>
public sealed record CheckHeartbeat(string Agent) : IMessage;
