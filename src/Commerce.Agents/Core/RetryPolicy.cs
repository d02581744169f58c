namespace Commerce.Agents;

/// <summary>How a failing message is tried again. Meanwhile later messages of its key wait, and everybody else moves on.</summary>
public sealed record RetryPolicy
{
    /// <summary>Gets how many quick tries follow the first failure: 0 to 20.</summary>
    /// <value>The default is 3.</value>
    public int QuickTries { get; init => field = Between(value, 0, 20, nameof(QuickTries)); } = 3;

    /// <summary>Gets the wait before the first quick try; three times longer each time.</summary>
    /// <value>The default is 100 milliseconds.</value>
    public TimeSpan QuickDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets how many slow tries follow the quick ones: 0 to 100.</summary>
    /// <value>The default is 10.</value>
    public int SlowTries { get; init => field = Between(value, 0, 100, nameof(SlowTries)); } = 10;

    /// <summary>Gets the wait before the first slow try; doubled each time, with up to a fifth more by a hash of the message.</summary>
    /// <value>The default is 1 second.</value>
    public TimeSpan SlowDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the longest wait.</summary>
    /// <value>The default is 1 hour.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets a value indicating whether a key whose message failed for good waits for a person, instead of going on without it.</summary>
    public bool HoldWhenExhausted { get; init; }

    /// <summary>Finds the wait after a failure.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="messageId">The message, whose hash spreads the waits.</param>
    /// <returns>The wait, or <see langword="null"/> when no try is left.</returns>
    public TimeSpan? DelayAfter(int attempt, Guid messageId)
    {
        if (attempt <= QuickTries)
        {
            return QuickDelay * Math.Pow(3, attempt - 1);
        }

        var slow = attempt - QuickTries;
        if (slow > SlowTries)
        {
            return null;
        }

        var delay = SlowDelay * Math.Pow(2, Math.Min(slow - 1, 30));
        var spread = 1 + (messageId.GetHashCode() & 0xFF) / 255d * 0.2;
        return delay < MaxDelay ? delay * spread : MaxDelay;
    }

    private static int Between(int value, int min, int max, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
        return value;
    }
}
