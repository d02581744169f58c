namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Says that a person has dealt with an alert. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Person">Who: 1 to 100 characters, a key and no name.</param>
/// <param name="Note">What was done: at most 500 characters.</param>
public sealed record ResolveAlert(string Rule, string Subject, string Person, string Note = "") : IMessage;
