using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.Runtime;

/// <summary>Handles one lane: take, look, run, commit, acknowledge; batch after batch.</summary>
internal sealed class LaneLoop
{
    private const int MaxBatch = 128;
    private const int MaxConflicts = 20;

    private readonly AgentRuntime _runtime;
    private readonly int _lane;
    private readonly List<Delivery> _batch = new(MaxBatch);
    private readonly List<KeyRun> _runs = new(MaxBatch);
    private readonly Dictionary<(string, string), KeyRun> _byKey = [];
    private readonly List<Delivery> _outbox = new(MaxBatch);
    private int _done;
    private bool _oneByOne;
    private long _takenAt;

    internal LaneLoop(AgentRuntime runtime, int lane)
    {
        _runtime = runtime;
        _lane = lane;
    }

    /// <summary>Gets how long the batch in hand has been worked at.</summary>
    internal TimeSpan Busy => Interlocked.Read(ref _takenAt) is not 0 and var since ? TimeProvider.System.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Handles one batch. When the store fails, what is not done of the batch stays for the next pass.</summary>
    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            (_done, _oneByOne) = (0, false);
            await _runtime.Transport.ReceiveAsync(_lane, MaxBatch, _batch, cancellationToken).ConfigureAwait(false);
        }

        _runtime.Probe(CrashPoint.AfterReceive);
        Interlocked.Exchange(ref _takenAt, TimeProvider.System.GetTimestamp());
        try
        {
            while (_done < _batch.Count)
            {
                var part = NextPart();
                await HandlePartAsync(part, cancellationToken).ConfigureAwait(false);
                _done += part.Count;
            }
        }
        finally
        {
            Interlocked.Exchange(ref _takenAt, 0);
        }

        var count = _batch.Count;
        _batch.Clear();
        _runtime.Transport.Acknowledge(_lane, count);
        _runtime.Probe(CrashPoint.AfterAcknowledge);
    }

    /// <summary>Cuts the next part off: messages with a transaction of their own go alone, and all do once the batch has failed as a whole.</summary>
    private List<Delivery> NextPart()
    {
        var count = 0;
        while (_done + count < _batch.Count && !GoesAlone(_batch[_done + count]))
        {
            count++;
        }

        return _batch.GetRange(_done, Math.Max(count, 1));
    }

    private bool GoesAlone(Delivery delivery)
    {
        var agent = _runtime.Topology.Agents[delivery.Agent];
        return _oneByOne || (agent.OwnsTransactions && (delivery.Envelope is not { } envelope
            || (agent.Handlers.TryGetValue(envelope.Message.GetType(), out var handler) && handler.Transaction == TransactionMode.Own)));
    }

    private async Task HandlePartAsync(List<Delivery> part, CancellationToken cancellationToken)
    {
        try
        {
            await HandleAsync(part, static (run, agent, token) => run.RunAsync(agent, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not RuntimeCrashedException and not CommerceException { IsTransient: true })
        {
            // The store refuses something in it: find out which message, one by one, and park that one.
            if (part.Count > 1)
            {
                _runtime.Log.BatchRefused(part.Count, exception);
                _oneByOne = true;
                part.RemoveRange(1, part.Count - 1);
                await HandlePartAsync(part, cancellationToken).ConfigureAwait(false);
                return;
            }

            await HandleAsync(part, (run, _, _) => run.RefuseAsync(exception), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(
        List<Delivery> deliveries, Func<KeyRun, object, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        for (var conflicts = 0; deliveries.Count > 0; conflicts++)
        {
            Group(deliveries);
            try
            {
                await _runtime.Store.LookAsync([.. _runs.Select(static run => run.Look)]).ConfigureAwait(false);
                _runtime.Probe(CrashPoint.AfterLook);
                await RunKeysAsync(work, cancellationToken).ConfigureAwait(false);
                var leftOut = await CommitAsync().ConfigureAwait(false);
                deliveries = Again(deliveries, leftOut, conflicts);
            }
            finally
            {
                foreach (var run in _runs)
                {
                    await run.CloseTransactionAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private async ValueTask<IReadOnlyList<KeyCommit>> CommitAsync()
    {
        _runtime.Probe(CrashPoint.BeforeCommit);
        _outbox.Clear();
        var commits = _runs.ConvertAll(static run => run.Commit);
        var started = TimeProvider.System.GetTimestamp();
        var leftOut = await _runtime.Store.CommitAsync(commits, _outbox, _runs[0].Transaction).ConfigureAwait(false);
        AgentsTelemetry.Committed(commits.Count, TimeProvider.System.GetElapsedTime(started));
        _runtime.Committed(leftOut.Count == 0 ? commits : [.. commits.Except(leftOut)]);
        _runtime.Probe(CrashPoint.AfterCommit);
        Count(leftOut);
        await _runtime.SendAsync(_outbox).ConfigureAwait(false);
        return leftOut;
    }

    private void Group(List<Delivery> deliveries)
    {
        _runs.Clear();
        _byKey.Clear();
        foreach (var delivery in deliveries)
        {
            if (!_byKey.TryGetValue((delivery.Agent, delivery.Key), out var run))
            {
                run = new KeyRun(_runtime, _runtime.Topology.Agents[delivery.Agent], delivery.Key);
                _byKey.Add((delivery.Agent, delivery.Key), run);
                _runs.Add(run);
            }

            run.Add(delivery);
        }
    }

    private async Task RunKeysAsync(Func<KeyRun, object, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        List<Task>? waiting = null;
        foreach (var run in _runs)
        {
            var task = work(run, _runtime.Agent(run.Agent), cancellationToken);
            if (!task.IsCompletedSuccessfully)
            {
                (waiting ??= []).Add(task);
                if (waiting.Count >= AgentRuntime.MaxConcurrency)
                {
                    await Task.WhenAny(waiting).ConfigureAwait(false);
                    waiting.RemoveAll(static done => done.IsCompletedSuccessfully);
                }
            }
        }

        if (waiting is not null)
        {
            await Task.WhenAll(waiting).ConfigureAwait(false);
        }
    }

    private void Count(IReadOnlyList<KeyCommit> leftOut)
    {
        foreach (var run in _runs)
        {
            if (leftOut.Count > 0 && leftOut.Contains(run.Commit))
            {
                continue;
            }

            run.Count();
            if (run.Replies is not null)
            {
                foreach (var (id, reply) in run.Replies)
                {
                    _runtime.Reply(id, reply);
                }
            }

            if (run.Commit.Schedules.Count > 0 || run.Commit.Parked.Count > 0 || run.Commit.ParkedHead is not null || run.Commit.NextParkedDueAt is not null)
            {
                _runtime.WakeScheduler();
            }
        }
    }

    private List<Delivery> Again(List<Delivery> deliveries, IReadOnlyList<KeyCommit> leftOut, int conflicts)
    {
        if (leftOut.Count == 0)
        {
            return [];
        }

        if (conflicts >= MaxConflicts)
        {
            throw new CommerceException(
                CommerceErrorKind.Unavailable, $"{leftOut.Count} keys were changed by somebody else {MaxConflicts} times in a row.");
        }

        _runtime.Log.Conflicts(leftOut.Count);
        return [.. deliveries.Where(delivery => leftOut.Any(commit => commit.Look.Agent == delivery.Agent && commit.Look.Key == delivery.Key))];
    }
}
