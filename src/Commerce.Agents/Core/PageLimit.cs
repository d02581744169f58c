namespace Commerce.Agents;

/// <summary>How much one page may hold: 1 to 500.</summary>
internal static class PageLimit
{
    internal const int Most = 500;

    internal static int Check(int limit, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Most, name);
        return limit;
    }
}
