namespace Commerce.Agents.Domain.Monitoring;

/// <summary>It is time to look whether an alert's condition stayed away.</summary>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="Subject">What it is about.</param>
public sealed record EvaluateAlert(string Rule, string Subject) : IMessage;
