namespace Commerce.Agents.Domain.Monitoring;

/// <summary>How an agent is by its heartbeat.</summary>
/// <param name="Status">In one word.</param>
/// <param name="Parts">What was measured; those over a bound come with the bound's name.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Strain">What is over the bounds of alerts, in one sentence; nothing when all is within.</param>
public sealed record AgentJudgement(AgentHealthStatus Status, IReadOnlyList<DecisionPart> Parts, string Reason, string? Strain);
