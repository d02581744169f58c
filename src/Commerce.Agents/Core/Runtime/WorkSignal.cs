namespace Commerce.Agents.Runtime;

/// <summary>Tells a loop that there is work of this process; what other processes leave is looked for ever more rarely, and at once again when some was found.</summary>
internal sealed class WorkSignal
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _source = New();
    private TimeSpan _wait = ShortestWait;

    internal void Set()
    {
        lock (_gate)
        {
            _source.TrySetResult();
        }
    }

    /// <summary>Gets what ends with the next signal: to be taken before the look for work, so that none is missed between look and wait.</summary>
    internal Task Arm()
    {
        lock (_gate)
        {
            if (_source.Task.IsCompleted)
            {
                _source = New();
            }

            return _source.Task;
        }
    }

    /// <summary>Notes that a look found work: the next one comes soon.</summary>
    internal void Found() => _wait = ShortestWait;

    /// <summary>Waits for a signal, or until it is time to look all the same.</summary>
    internal async Task WaitAsync(Task armed, CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(armed, Task.Delay(_wait, TimeProvider.System, cancellationToken)).ConfigureAwait(false) == armed)
        {
            _wait = ShortestWait;
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
