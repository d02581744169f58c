namespace Commerce.Agents.Domain.Monitoring;

/// <summary>An alert is over.</summary>
/// <param name="AlertId">The alert.</param>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Subject">What it is about.</param>
public sealed record AlertResolved(Guid AlertId, string Rule, AlertSeverity Severity, string Subject) : IMessage;
