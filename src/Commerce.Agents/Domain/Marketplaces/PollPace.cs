namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>When an account is asked next, and since when.</summary>
internal static class PollPace
{
    /// <summary>Waits longer after each failure in a row: one try at a time, as behind an open circuit breaker.</summary>
    internal static TimeSpan Next(MarketplacesOptions options, int failures)
    {
        if (failures == 0)
        {
            return options.PollInterval;
        }

        var ticks = options.RetryInterval.Ticks * Math.Pow(2, Math.Min(failures - 1, 30));
        return ticks < options.MaxRetryInterval.Ticks ? TimeSpan.FromTicks((long)ticks) : options.MaxRetryInterval;
    }

    internal static DateTimeOffset Since(MarketplacesOptions options, DateTimeOffset? readUntil, DateTimeOffset now) =>
        readUntil is { } cursor ? cursor - options.Overlap : now - options.FirstWindow;
}
