using System.Collections.Concurrent;

namespace Commerce.Tests.Support.Crashes;

/// <summary>Ends a process's life after so many steps: from then on nothing that it does has an effect.</summary>
public sealed class Killer(int steps)
{
    private int _left = steps;

    /// <summary>Gets how many died at which step.</summary>
    public static ConcurrentDictionary<string, int> Deaths { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether it is dead.</summary>
    public bool IsDead => Volatile.Read(ref _left) <= 0;

    /// <summary>Does something that the process may die before or after; what was done stays.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="act">Does it.</param>
    /// <returns>Its result.</returns>
    public async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> act)
    {
        Step($"before {name}");
        var result = await act();
        Step($"after {name}");
        return result;
    }

    /// <summary>Takes a step.</summary>
    /// <param name="name">What it is.</param>
    public void Step(string name)
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
