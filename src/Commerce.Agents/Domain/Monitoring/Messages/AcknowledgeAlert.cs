namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Says that a person looks after an alert. Answers with an <see cref="Answer"/>.</summary>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Person">Who: 1 to 100 characters, a key and no name.</param>
public sealed record AcknowledgeAlert(string Rule, string Subject, string Person) : IMessage;
