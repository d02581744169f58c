using System.Collections.Concurrent;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Runtime;

/// <summary>Runs the agents of one process: a loop for each partition, and one for what is due.</summary>
internal sealed class AgentRuntime : IHostedService, IDisposable
{
    internal const int MaxConcurrency = 16;

    private static readonly TimeSpan ParkedLease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MissedAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);

    private readonly IServiceProvider _services;
    private readonly AgentsRegistrations _registrations;
    private readonly IRuntimeProbe? _probe;
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<object>> _asking = new();
    private readonly ConcurrentDictionary<string, object> _agents = new(StringComparer.Ordinal);
    private readonly Lock _schedulerGate = new();
    private CancellationTokenSource _stopping = new();
    private List<Task> _loops = [];
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _dueWork;
    private volatile bool _hasCrashed;

    public AgentRuntime(
        IServiceProvider services,
        AgentsRegistrations registrations,
        AgentClock clock,
        IAgentStore store,
        IAgentTransport transport,
        ILogger<AgentRuntime> log)
    {
        _services = services;
        _registrations = registrations;
        _probe = services.GetService<IRuntimeProbe>();
        Clock = clock.Value;
        Store = store;
        Transport = transport;
        Log = log;
    }

    internal TimeProvider Clock { get; }

    internal IAgentStore Store { get; }

    internal IAgentTransport Transport { get; }

    internal ILogger Log { get; }

    internal AgentTopology Topology => field ??= _services.GetRequiredService<AgentTopology>();

    internal AgentRuntimeState State { get; private set; }

    internal bool HasCrashed => _hasCrashed;

    /// <summary>Gets a value indicating whether anything is left to do now.</summary>
    internal bool IsIdle => Transport.Pending == 0 && Interlocked.Read(ref _dueWork) == 0;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (State == AgentRuntimeState.Running)
        {
            return;
        }

        State = AgentRuntimeState.Starting;
        try
        {
            _registrations.Validate();
            foreach (var agent in Topology.Agents.Values)
            {
                _agents[agent.Name] = _services.GetRequiredService(agent.AgentType);
            }

            _hasCrashed = false;
            _stopping = new CancellationTokenSource();
            await EnsureRecurringAsync().ConfigureAwait(false);
            await RelayLeftoversAsync().ConfigureAwait(false);
            var stop = _stopping.Token;
            _loops =
            [
                .. Enumerable.Range(0, Transport.PartitionCount)
                    .Select(partition => Task.Run(() => new PartitionLoop(this, partition).RunAsync(stop), CancellationToken.None)),
                Task.Run(() => ScheduleAsync(stop), CancellationToken.None),
            ];
            State = AgentRuntimeState.Running;
            Log.Started(Topology.Agents.Count, Transport.PartitionCount);
        }
        catch
        {
            State = AgentRuntimeState.Error;
            throw;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (State is not AgentRuntimeState.Running)
        {
            return;
        }

        State = AgentRuntimeState.Stopping;
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        drain.CancelAfter(DrainTime);
        try
        {
            await DrainAsync(drain.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Log.DrainIncomplete(Transport.Pending);
        }

        await EndLoopsAsync().ConfigureAwait(false);
        State = AgentRuntimeState.Stopped;
        Log.Stopped();
    }

    public void Dispose() => _stopping.Dispose();

    internal async Task EndLoopsAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_loops).ConfigureAwait(false);
        Interlocked.Exchange(ref _dueWork, 0);
        if (State is not AgentRuntimeState.Stopping)
        {
            State = AgentRuntimeState.Stopped;
        }
    }

    internal async Task DrainAsync(CancellationToken cancellationToken)
    {
        var sleep = TimeSpan.FromMilliseconds(1);
        while (!IsIdle && !HasCrashed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Delay(sleep, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    internal object Agent(AgentDefinition definition) => _agents[definition.Name];

    internal void Probe(CrashPoint point)
    {
        if (_probe is null)
        {
            return;
        }

        if (_hasCrashed)
        {
            throw new RuntimeCrashedException("The process is dead.", new InvalidOperationException(point.ToString()));
        }

        try
        {
            _probe.Hit(point);
        }
        catch (Exception exception)
        {
            throw new RuntimeCrashedException($"Crashed at {point}.", exception);
        }
    }

    internal void Crashed(RuntimeCrashedException exception)
    {
        _hasCrashed = true;
        State = AgentRuntimeState.Error;
        Log.Crashed(exception);
        _stopping.Cancel();
    }

    /// <summary>Hands committed messages to the transport, then takes them out of the outbox.</summary>
    internal async ValueTask RelayAsync(IReadOnlyCollection<OutboxRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var targets = new List<Delivery>[Transport.PartitionCount];
        foreach (var row in rows)
        {
            if (row.Envelope.Message is RecurringTick tick)
            {
                await RunRecurringAsync(tick).ConfigureAwait(false);
            }
            else
            {
                Topology.Route(row.Envelope, targets.Length, targets);
                _probe?.Sent(row.Envelope.Message);
            }
        }

        for (var partition = 0; partition < targets.Length; partition++)
        {
            if (targets[partition] is { } deliveries)
            {
                await Transport.SendAsync(partition, deliveries).ConfigureAwait(false);
            }
        }

        Probe(CrashPoint.AfterSend);
        await Store.DeleteOutboxAsync(rows).ConfigureAwait(false);
        AgentsTelemetry.Sent(rows.Count);
    }

    internal Task<object> ExpectReply(Guid messageId) =>
        _asking.GetOrAdd(messageId, static _ => new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void ForgetReply(Guid messageId) => _asking.TryRemove(messageId, out _);

    internal void Reply(Guid messageId, object reply)
    {
        if (_asking.TryRemove(messageId, out var waiting))
        {
            waiting.TrySetResult(reply);
        }
    }

    internal void WakeScheduler()
    {
        lock (_schedulerGate)
        {
            _wake.TrySetResult();
        }
    }

    internal void Resume()
    {
        lock (_schedulerGate)
        {
            _resumed.TrySetResult();
            _resumed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits while an agent of the batch is paused.</summary>
    internal async Task WhenAllowedAsync(List<Delivery> batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task resumed;
            lock (_schedulerGate)
            {
                resumed = _resumed.Task;
            }

            if (!batch.Exists(delivery => Topology.Agents[delivery.Agent].IsPaused))
            {
                return;
            }

            await resumed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks at a parked key in its own partition, in order with everything else of that key.</summary>
    internal ValueTask LookAtParkedAsync(string agent, string key) => Transport.SendAsync(
        AgentTopology.Partition(Topology.Agents[agent], key, Transport.PartitionCount), [new Delivery(agent, key, null)]);

    private async Task ScheduleAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                Task wake;
                lock (_schedulerGate)
                {
                    if (_wake.Task.IsCompleted)
                    {
                        _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    }

                    wake = _wake.Task;
                }

                await FireDueAsync().ConfigureAwait(false);
                await WaitForDueAsync(wake, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The runtime stops.
        }
        catch (RuntimeCrashedException exception)
        {
            Crashed(exception);
        }
    }

    private async Task WaitForDueAsync(Task wake, CancellationToken cancellationToken)
    {
        if (await Store.NextDueAsync().ConfigureAwait(false) is not { } due)
        {
            await wake.WaitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        var delay = due - Clock.GetUtcNow();
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        // The timer itself counts as work from the moment it fires, so that nobody sees an idle runtime with due work.
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = Clock.CreateTimer(
            _ =>
            {
                if (fired.TrySetResult())
                {
                    Interlocked.Increment(ref _dueWork);
                }
            },
            null,
            delay < TimeSpan.FromDays(1) ? delay : TimeSpan.FromDays(1),
            Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            if (Clock.GetUtcNow() >= due)
            {
                // Time moved on between looking at the clock and setting the timer.
                fired.TrySetCanceled(cancellationToken);
                return;
            }

            await Task.WhenAny(fired.Task, wake).WaitAsync(cancellationToken).ConfigureAwait(false);
            fired.TrySetCanceled(cancellationToken);
        }
    }

    private async Task FireDueAsync()
    {
        var now = Clock.GetUtcNow();
        var rows = new List<OutboxRow>();
        await Store.FireSchedulesAsync(now, rows).ConfigureAwait(false);
        if (rows.Count > 0)
        {
            Probe(CrashPoint.AfterSchedule);
            await RelayAsync(rows).ConfigureAwait(false);
        }

        foreach (var (agent, key) in await Store.DueParkedAsync(now).ConfigureAwait(false))
        {
            // If this process dies now, the key is looked at again after a minute.
            await Store.PostponeParkedAsync(agent, key, now + ParkedLease).ConfigureAwait(false);
            await LookAtParkedAsync(agent, key).ConfigureAwait(false);
        }

        Interlocked.Exchange(ref _dueWork, 0);
    }

    private async Task EnsureRecurringAsync()
    {
        foreach (var job in Topology.Recurring)
        {
            await ScheduleJobAsync(job, Clock.GetUtcNow()).ConfigureAwait(false);
        }
    }

    private async Task ScheduleJobAsync(RecurringJob job, DateTimeOffset after)
    {
        if (job.Next(after) is { } next)
        {
            await Store.EnsureScheduleAsync(new ScheduleChange($"recurring/{job.Name}", next, NewEnvelope(new RecurringTick(job.Name, next)))).ConfigureAwait(false);
        }
    }

    private async Task RunRecurringAsync(RecurringTick tick)
    {
        var job = Topology.Recurring.FirstOrDefault(known => known.Name == tick.Name);
        if (job is null)
        {
            return;
        }

        var now = Clock.GetUtcNow();
        await ScheduleJobAsync(job, now).ConfigureAwait(false);
        if (job.Missed == MissedRuns.Once || now - tick.Due < MissedAfter)
        {
            var rows = new List<OutboxRow>();
            await Store.AppendAsync([NewEnvelope(job.Make())], rows).ConfigureAwait(false);
            await RelayAsync(rows).ConfigureAwait(false);
        }
    }

    private Envelope NewEnvelope(IMessage message)
    {
        var now = Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return new Envelope { Id = id, Message = message, CorrelationId = id, OccurredAt = now };
    }

    private async Task RelayLeftoversAsync()
    {
        while (await Store.ReadOutboxAsync(500).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            await RelayAsync(rows).ConfigureAwait(false);
        }
    }

    private sealed record RecurringTick(string Name, DateTimeOffset Due) : IMessage;
}
