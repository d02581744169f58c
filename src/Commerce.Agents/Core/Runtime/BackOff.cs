namespace Commerce.Agents.Runtime;

/// <summary>How long a loop waits after failures in a row: 100 milliseconds, doubled each time, at most 5 seconds.</summary>
internal static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    internal static TimeSpan After(int failures)
    {
        var wait = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return wait < Longest ? wait : Longest;
    }
}
