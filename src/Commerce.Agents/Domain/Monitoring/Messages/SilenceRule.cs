namespace Commerce.Agents.Domain.Monitoring;

/// <summary>
/// Lets a rule raise no alerts for a while. What would have been raised is raised afterwards, unless it is over by then. Answers with an <see cref="Answer"/>.
/// </summary>
/// <param name="Rule">Which rule: one of <see cref="AlertRules"/>, or one of the caller's own.</param>
/// <param name="For">For how long: 1 minute to 30 days.</param>
/// <param name="Person">Who: 1 to 100 characters, a key and no name.</param>
public sealed record SilenceRule(string Rule, TimeSpan For, string Person) : IMessage;
