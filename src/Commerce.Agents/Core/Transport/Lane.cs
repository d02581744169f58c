namespace Commerce.Agents.Transport;

/// <summary>A queue in memory whose taken messages are remembered until they are acknowledged, in order.</summary>
/// <typeparam name="T">What waits: a message with what its transport must know of it.</typeparam>
public sealed class Lane<T>
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _queue = new();
    private readonly Queue<T> _taken = new();
    private readonly List<T> _held = [];
    private Func<T, bool> _isHeld = static _ => false;
    private TaskCompletionSource? _waiting;
    private long _takenAt;

    /// <summary>Gets how many wait or are being handled.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count + _taken.Count + _held.Count;
            }
        }
    }

    /// <summary>Gets how long ago something was taken last that is not all acknowledged; zero when nothing is in hand.</summary>
    public TimeSpan Busy
    {
        get
        {
            lock (_gate)
            {
                return _taken.Count > 0 ? TimeProvider.System.GetElapsedTime(_takenAt) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Adds to the end.</summary>
    /// <param name="items">What to add, in order.</param>
    public void Add(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            foreach (var item in items)
            {
                _queue.Enqueue(item);
            }

            waiting = Waiting();
        }

        waiting?.TrySetResult();
    }

    /// <summary>Waits for something and takes what is there.</summary>
    /// <param name="max">How many at most.</param>
    /// <param name="take">Called for each, in order.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when something was taken.</returns>
    public async ValueTask TakeAsync(int max, Action<T> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(take);
        while (true)
        {
            Task wait;
            lock (_gate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var taken = 0;
                while (taken < max && _queue.TryDequeue(out var item))
                {
                    if (_isHeld(item))
                    {
                        _held.Add(item);
                        continue;
                    }

                    _taken.Enqueue(item);
                    take(item);
                    taken++;
                }

                if (taken > 0)
                {
                    _takenAt = TimeProvider.System.GetTimestamp();
                    return;
                }

                _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = _waiting.Task;
            }

            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets the first so many that were taken.</summary>
    /// <param name="count">How many.</param>
    /// <param name="done">Called for each, in order.</param>
    public void Acknowledge(int count, Action<T>? done = null)
    {
        lock (_gate)
        {
            for (var i = 0; i < count; i++)
            {
                var item = _taken.Dequeue();
                done?.Invoke(item);
            }
        }
    }

    /// <summary>Says what is not given out for now: it waits aside, in order, and everything else passes.</summary>
    /// <param name="isHeld">What.</param>
    public void Hold(Func<T, bool> isHeld)
    {
        ArgumentNullException.ThrowIfNull(isHeld);
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _isHeld = isHeld;
            Prepend(_held);
            _held.Clear();
            waiting = Waiting();
        }

        waiting?.TrySetResult();
    }

    /// <summary>Removes what waits and was not taken.</summary>
    /// <param name="isGone">Which.</param>
    /// <returns>How many were removed.</returns>
    public int Remove(Func<T, bool> isGone)
    {
        ArgumentNullException.ThrowIfNull(isGone);
        lock (_gate)
        {
            var before = _queue.Count + _held.Count;
            var rest = _queue.Where(item => !isGone(item)).ToList();
            _queue.Clear();
            rest.ForEach(_queue.Enqueue);
            _held.RemoveAll(item => isGone(item));
            return before - rest.Count - _held.Count;
        }
    }

    /// <summary>Says whether something that was taken is not acknowledged.</summary>
    /// <param name="isSought">What.</param>
    /// <returns>Whether there is any.</returns>
    public bool IsHandling(Func<T, bool> isSought)
    {
        lock (_gate)
        {
            return _taken.Any(isSought);
        }
    }

    /// <summary>Gives what was taken and not acknowledged once more, first.</summary>
    public void Rewind()
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            Prepend(_taken);
            _taken.Clear();
            waiting = Waiting();
        }

        waiting?.TrySetResult();
    }

    private void Prepend(IEnumerable<T> items)
    {
        var rest = _queue.ToArray();
        _queue.Clear();
        foreach (var item in items.Concat(rest))
        {
            _queue.Enqueue(item);
        }
    }

    private TaskCompletionSource? Waiting()
    {
        var waiting = _waiting;
        _waiting = null;
        return waiting;
    }
}
