namespace Commerce.Agents.Runtime;

/// <summary>A message that is sent again and again.</summary>
internal sealed record RecurringJob(string Name, Cronos.CronExpression Cron, TimeZoneInfo Zone, Func<IMessage> Make, MissedRuns Missed)
{
    internal DateTimeOffset? Next(DateTimeOffset after) => Cron.GetNextOccurrence(after, Zone);
}
