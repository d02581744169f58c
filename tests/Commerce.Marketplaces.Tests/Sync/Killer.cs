using System.Collections.Concurrent;

namespace Commerce.Marketplaces.Tests.Sync;

/// <summary>Ends a process's life after so many steps: from then on nothing that it does has an effect.</summary>
internal sealed class Killer(int steps)
{
    private int _left = steps;

    internal static ConcurrentDictionary<string, int> Deaths { get; } = new(StringComparer.Ordinal);

    internal bool IsDead => Volatile.Read(ref _left) <= 0;

    internal void Step(string name)
    {
        var left = Interlocked.Decrement(ref _left);
        if (left == 0)
        {
            Deaths.AddOrUpdate(name, 1, static (_, count) => count + 1);
        }

        if (left <= 0)
        {
            throw new KilledException();
        }
    }
}
