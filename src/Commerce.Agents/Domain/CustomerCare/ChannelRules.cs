namespace Commerce.Agents.Domain.CustomerCare;

/// <summary>Chooses how a notification goes: the first channel that leads to the recipient and is on.</summary>
public static class ChannelRules
{
    private const string TurnedOff = "turned off";

    /// <summary>Chooses the channel.</summary>
    /// <param name="question">What it depends on.</param>
    /// <returns>The channel, or why there is none.</returns>
    public static ChannelChoice Choose(ChannelQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (kind, category) = (question.Definition.Kind, question.Definition.Category);
        if (kind == NotificationKind.Marketing && !question.Preferences.AcceptsMarketing)
        {
            return new ChannelChoice(null, null, [], "The recipient has not agreed to advertisements.");
        }

        if (kind != NotificationKind.Transactional && question.Preferences.CategoriesOff.Contains(category))
        {
            return new ChannelChoice(null, null, [], $"The recipient does not want {category} notifications.");
        }

        var parts = new List<DecisionPart>();
        string? turnedOff = null;
        foreach (var channel in Candidates(question))
        {
            var obstacle = Obstacle(channel, question);
            parts.Add(new DecisionPart(obstacle is null ? channel : $"{channel}: {obstacle}", obstacle is null ? 1 : 0));
            if (obstacle is null)
            {
                return Chosen(channel, $"{channel} leads to the recipient and is on", parts, question);
            }

            turnedOff ??= obstacle == TurnedOff ? channel : null;
        }

        return kind == NotificationKind.Transactional && turnedOff is not null
            ? Chosen(turnedOff, $"{turnedOff} is off, and this has to be told by one channel at least", [.. parts, new DecisionPart(turnedOff, 1)], question)
            : new ChannelChoice(null, null, parts, question.Closed.Count > 0 ? "No other channel leads to the recipient." : "No channel that is on leads to the recipient.");
    }

    /// <summary>Finds the end of the quiet hours.</summary>
    /// <param name="now">The time.</param>
    /// <param name="timeZone">The recipient's time zone.</param>
    /// <param name="from">When they begin, by the recipient's clock.</param>
    /// <param name="until">When they end.</param>
    /// <returns>When they end, in UTC; nothing when it is not quiet now.</returns>
    public static DateTimeOffset? QuietEnd(DateTimeOffset now, TimeZoneInfo timeZone, TimeOnly from, TimeOnly until)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        var local = TimeZoneInfo.ConvertTime(now, timeZone);
        var clock = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (from == until || !clock.IsBetween(from, until))
        {
            return null;
        }

        var day = DateOnly.FromDateTime(local.Date).AddDays(clock < until ? 0 : 1);
        var end = day.ToDateTime(until);

        // Where the clock jumps over the end, the quiet ends with the jump.
        while (timeZone.IsInvalidTime(end))
        {
            end = end.AddMinutes(15);
        }

        return new DateTimeOffset(end, timeZone.GetUtcOffset(end)).ToUniversalTime();
    }

    private static IEnumerable<string> Candidates(ChannelQuestion question)
    {
        var wanted = question.Asked is null ? question.Definition.Channels : question.Definition.Channels.Prepend(question.Asked);
        return (question.Definition.Kind == NotificationKind.Transactional ? wanted.Concat(NotificationChannels.All) : wanted).Distinct();
    }

    private static string? Obstacle(string channel, ChannelQuestion question) =>
        question.Closed.Contains(channel) ? "could not take it"
        : !question.Reachable.Contains(channel) ? "does not lead to the recipient"
        : !question.Preferences.Channels.Contains(channel) ? TurnedOff
        : null;

    private static ChannelChoice Chosen(string channel, string why, IReadOnlyList<DecisionPart> parts, ChannelQuestion question)
    {
        var isQuiet = channel is NotificationChannels.Sms or NotificationChannels.Push && !question.IsUrgent;
        return isQuiet && QuietEnd(question.Now, question.TimeZone, question.QuietFrom, question.QuietUntil) is { } end
            ? new ChannelChoice(channel, end, parts, $"{why}; it waits for the end of the quiet hours.")
            : new ChannelChoice(channel, null, parts, $"{why}.");
    }
}
