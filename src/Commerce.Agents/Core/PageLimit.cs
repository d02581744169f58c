namespace Commerce.Agents;

/// <summary>How much one page may hold: 1 to 500.</summary>
internal static class PageLimit
{
    internal static int Check(int limit, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 500, name);
        return limit;
    }
}
