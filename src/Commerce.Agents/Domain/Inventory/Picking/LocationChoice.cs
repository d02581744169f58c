namespace Commerce.Agents.Domain.Inventory;

/// <summary>
/// Chooses the locations from which units are picked: what expires first comes first; then the smallest location that covers everything, so
/// that bins get empty; else as few locations as possible. A pure function.
/// </summary>
public static class LocationChoice
{
    /// <summary>Chooses locations.</summary>
    /// <param name="locations">The locations of the product. What has expired and what is kept for others is left out.</param>
    /// <param name="quantity">How many are needed: 1 or more.</param>
    /// <param name="today">The day, for what has expired.</param>
    /// <returns>The choice.</returns>
    public static LocationChoiceResult Choose(IReadOnlyList<Location> locations, int quantity, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(locations);
        var groups = locations
            .Where(location => location.Free() > 0 && !(location.ExpiresOn < today))
            .GroupBy(static location => location.ExpiresOn ?? DateOnly.MaxValue)
            .OrderBy(static group => group.Key);
        var (picks, left) = (new List<LocationPick>(), quantity);
        foreach (var group in groups)
        {
            left = Take([.. group], left, picks);
        }

        return new LocationChoiceResult(picks, left, Explain(picks, left));
    }

    /// <summary>Takes from locations of which none has to go before another.</summary>
    private static int Take(List<Location> locations, int left, List<LocationPick> picks)
    {
        while (left > 0 && locations.Count > 0)
        {
            var chosen = locations.Where(location => location.Free() >= left).OrderBy(static location => location.Free()).ThenBy(static location => location.Code, StringComparer.Ordinal).FirstOrDefault()
                ?? locations.OrderByDescending(static location => location.Free()).ThenBy(static location => location.Code, StringComparer.Ordinal).First();
            var taken = Math.Min(left, chosen.Free());
            picks.Add(new LocationPick(chosen.Code, taken, 0, chosen.Batch, chosen.ExpiresOn));
            locations.Remove(chosen);
            left -= taken;
        }

        return left;
    }

    private static string Explain(List<LocationPick> picks, int left)
    {
        var how = picks.Count == 0 ? "No location has any that can be sold"
            : picks.Exists(static pick => pick.ExpiresOn is not null) ? "What expires first is picked first"
            : picks.Count == 1 ? "It is the smallest location that has enough"
            : "No location has enough, so these are as few as possible";
        return left == 0 ? how + "." : $"{how}; {left} are in no location.";
    }
}
