namespace Commerce.Testing.Sandbox;

/// <content>What happens later: money that becomes available, payouts that arrive, holds that expire.</content>
public sealed partial class StripeSandbox
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> _pending = new();
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> _expiries = new();
    private long _planned;
    private DateTimeOffset? _at;

    /// <summary>Gets the time of what happens now: by the clock, or when it was due.</summary>
    private DateTimeOffset Now => _at ?? Clock.GetUtcNow();

    /// <summary>
    /// Lets everything that is pending happen now: money becomes available, refunds and payouts end, failing ones with their failure, disputes come
    /// and are decided. Holds and hosted pages do not expire by this.
    /// </summary>
    public void FinishEverything()
    {
        lock (Gate)
        {
            CatchUp();
            while (_pending.TryDequeue(out var next, out _))
            {
                next();
            }

            TellBalances();
            _webhooks.Flush();
        }
    }

    private void Later(TimeSpan after, Action what) => _pending.Enqueue(what, (Now + after, ++_planned));

    private void Expires(TimeSpan after, Action what) => _expiries.Enqueue(what, (Now + after, ++_planned));

    /// <summary>Does what has become due. Call it, with the gate held, before anything is looked at.</summary>
    private void CatchUp()
    {
        var now = Clock.GetUtcNow();
        while (Soonest() is { } queue && queue.TryPeek(out _, out var when) && when.Due <= now)
        {
            _at = when.Due;
            queue.Dequeue()();
        }

        _at = null;
        TellBalances();
    }

    private PriorityQueue<Action, (DateTimeOffset Due, long Order)>? Soonest()
    {
        var hasPending = _pending.TryPeek(out _, out var pending);
        var hasExpiry = _expiries.TryPeek(out _, out var expiry);
        return hasPending && (!hasExpiry || pending.CompareTo(expiry) <= 0) ? _pending : hasExpiry ? _expiries : null;
    }

    /// <summary>Looks by itself, for those to whom webhooks are delivered; gives when to look next.</summary>
    private DateTimeOffset? LookAgain()
    {
        CatchUp();
        return Soonest() is { } queue && queue.TryPeek(out _, out var when) ? when.Due : null;
    }
}
