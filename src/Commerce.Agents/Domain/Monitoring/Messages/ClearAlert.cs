namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Says that a rule's condition holds no longer; the alert is resolved when that stays so. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="Subject">What it is about.</param>
public sealed record ClearAlert(string Rule, string Subject) : IMessage;
