namespace Commerce.Marketplaces;

/// <summary>Waits that double.</summary>
internal static class Backoff
{
    private const int MaxDoublings = 20;

    /// <summary>Gives the wait after so many times in a row: the first one, then twice as long each time, up to the longest.</summary>
    internal static TimeSpan After(int times, TimeSpan first, TimeSpan longest)
    {
        var doublings = Math.Clamp(times - 1, 0, MaxDoublings);
        return first.Ticks > longest.Ticks >> doublings ? longest : TimeSpan.FromTicks(first.Ticks << doublings);
    }
}
