namespace Commerce.Agents.Domain.Monitoring;

/// <summary>What the agent keeps that sets rules: nothing besides the <see cref="AlertRule"/>.</summary>
public sealed record AlertRuleState;
