namespace Commerce.Agents.Domain.Monitoring;

/// <summary>Reads alerts, newest first. Answers with an <see cref="AlertPage"/>.</summary>
/// <param name="Status">Only those that are there; all when not given.</param>
/// <param name="After">The last alert of the page before.</param>
/// <param name="Limit">How many at most: 1 to 500.</param>
public sealed record ListAlerts(AlertStatus? Status = null, Guid? After = null, int Limit = 50) : IMessage;
