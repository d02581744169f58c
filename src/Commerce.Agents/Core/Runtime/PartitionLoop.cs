using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Runtime;

/// <summary>Handles one partition: take, look, run, commit, acknowledge, relay; batch after batch.</summary>
internal sealed class PartitionLoop
{
    private const int MaxBatch = 128;
    private const int MaxConflicts = 20;

    private readonly AgentRuntime _runtime;
    private readonly int _partition;
    private readonly List<Delivery> _batch = new(MaxBatch);
    private readonly List<KeyRun> _runs = new(MaxBatch);
    private readonly Dictionary<(string, string), KeyRun> _byKey = [];
    private readonly List<OutboxRow> _outbox = new(MaxBatch);

    internal PartitionLoop(AgentRuntime runtime, int partition)
    {
        _runtime = runtime;
        _partition = partition;
    }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                _batch.Clear();
                await _runtime.Transport.ReceiveAsync(_partition, MaxBatch, _batch, cancellationToken).ConfigureAwait(false);
                await HandleBatchAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (RuntimeCrashedException exception)
            {
                _runtime.Crashed(exception);
                return;
            }
        }
    }

    private async Task HandleBatchAsync(CancellationToken cancellationToken)
    {
        _runtime.Probe(CrashPoint.AfterReceive);
        await _runtime.WhenAllowedAsync(_batch, cancellationToken).ConfigureAwait(false);
        var deliveries = _batch;
        for (var conflicts = 0; deliveries.Count > 0; conflicts++)
        {
            Group(deliveries);
            await _runtime.Store.LookAsync([.. _runs.Select(static run => run.Look)]).ConfigureAwait(false);
            _runtime.Probe(CrashPoint.AfterLook);
            await RunKeysAsync(cancellationToken).ConfigureAwait(false);
            _runtime.Probe(CrashPoint.BeforeCommit);
            _outbox.Clear();
            var leftOut = await _runtime.Store.CommitAsync([.. _runs.Select(static run => run.Commit)], _outbox).ConfigureAwait(false);
            _runtime.Probe(CrashPoint.AfterCommit);
            Count(leftOut);
            await _runtime.RelayAsync(_outbox).ConfigureAwait(false);
            deliveries = Again(leftOut, conflicts);
        }

        _runtime.Transport.Acknowledge(_partition, _batch.Count);
        _runtime.Probe(CrashPoint.AfterAcknowledge);
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

            if (delivery.Envelope is null)
            {
                run.ReadsParked = true;
            }
            else
            {
                run.Messages.Add(delivery.Envelope);
                run.Look.MessageIds.Add(delivery.Envelope.Id);
            }
        }
    }

    private async Task RunKeysAsync(CancellationToken cancellationToken)
    {
        List<Task>? waiting = null;
        foreach (var run in _runs)
        {
            var task = run.RunAsync(_runtime.Agent(run.Agent), cancellationToken);
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

            Interlocked.Add(ref run.Agent.Handled, run.Handled);
            Interlocked.Add(ref run.Agent.Duplicates, run.Duplicates);
            Interlocked.Add(ref run.Agent.Failed, run.Failures);
            Interlocked.Add(ref run.Agent.DeadLettered, run.Commit.DeadLetters.Count);
            if (run.Replies is not null)
            {
                foreach (var (id, reply) in run.Replies)
                {
                    _runtime.Reply(id, reply);
                }
            }

            if (run.Commit.Schedules.Count > 0 || run.Commit.Parked.Count > 0 || run.Commit.ParkedHead is not null)
            {
                _runtime.WakeScheduler();
            }
        }

        AgentsTelemetry.Batch(_runs.Count);
    }

    private List<Delivery> Again(IReadOnlyList<KeyCommit> leftOut, int conflicts)
    {
        if (leftOut.Count == 0)
        {
            return [];
        }

        if (conflicts >= MaxConflicts)
        {
            throw new InvalidOperationException($"{leftOut.Count} keys were changed by somebody else {MaxConflicts} times in a row.");
        }

        _runtime.Log.Conflicts(leftOut.Count);
        return [.. _batch.Where(delivery => leftOut.Any(commit => commit.Look.Agent == delivery.Agent && commit.Look.Key == delivery.Key))];
    }
}
