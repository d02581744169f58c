namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Says that a rule's condition holds. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Reason">Why: 1 to 500 characters, no personal data.</param>
public sealed record RaiseAlert(string Rule, string Subject, string Reason) : IMessage;
