namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Sets how urgent the next alerts of a rule are. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="Severity">How urgent; as the options say when not given.</param>
public sealed record SetRule(string Rule, AlertSeverity? Severity) : IMessage;
