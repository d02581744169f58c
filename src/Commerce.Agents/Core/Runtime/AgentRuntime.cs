using System.Collections.Concurrent;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Runtime;

/// <summary>Runs the agents of one process: a loop for each lane, one for what is due, and those of the store and the transport.</summary>
internal sealed partial class AgentRuntime : IHostedService, IDisposable
{
    internal const int MaxConcurrency = 16;

    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);

    private readonly IServiceProvider _services;
    private readonly AgentsRegistrations _registrations;
    private readonly IRuntimeProbe? _probe;
    private readonly ConcurrentDictionary<string, object> _agents = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly List<AgentLoop> _loops = [];
    private IReadOnlyList<LaneLoop> _lanes = [];
    private CancellationTokenSource _stopping = new();
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
        Node = Guid.CreateVersion7(Clock.GetUtcNow());
    }

    internal Guid Node { get; }

    internal TimeProvider Clock { get; }

    internal IAgentStore Store { get; }

    internal IAgentTransport Transport { get; }

    internal ILogger Log { get; }

    internal AgentTopology Topology => field ??= _services.GetRequiredService<AgentTopology>();

    internal AgentJson Json => field ??= new AgentJson(Topology.MessageNames, _registrations.JsonResolvers);

    internal IReadOnlyCollection<string> AgentNames => [.. Topology.Agents.Keys];

    internal AgentRuntimeState State { get; private set; }

    internal bool HasCrashed => _hasCrashed;

    /// <summary>Gets how much waits in the store, as it was measured a few seconds ago.</summary>
    internal StoreStatus? Measured { get; private set; }

    /// <summary>Gets when the store last answered.</summary>
    internal long MeasuredAt { get; private set; }

    /// <summary>Gets a value indicating whether nothing is left to do now in this process.</summary>
    internal bool IsIdle => Transport.Pending == 0 && Interlocked.Read(ref _dueWork) == 0;

    /// <summary>Gets how long the lane that is slowest now has been at its batch.</summary>
    internal TimeSpan LongestBatch => _lanes.Count == 0 ? TimeSpan.Zero : _lanes.Max(static lane => lane.Busy);

    private IReadOnlyList<AgentLoop> Loops
    {
        get
        {
            lock (_gate)
            {
                return [.. _loops];
            }
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (State == AgentRuntimeState.Running)
        {
            return;
        }

        State = AgentRuntimeState.Starting;
        try
        {
            _registrations.Validate(Transport.CarriesTopics);
            foreach (var agent in Topology.Agents.Values)
            {
                _agents[agent.Name] = _services.GetRequiredService(agent.AgentType);
            }

            _hasCrashed = false;
            _stopping = new CancellationTokenSource();
            var setup = new AgentsSetup(this, Json, Topology.Entities);
            await Store.StartAsync(setup, cancellationToken).ConfigureAwait(false);
            await EnsureRecurringAsync().ConfigureAwait(false);
            await Transport.StartAsync(setup, Store, cancellationToken).ConfigureAwait(false);
            Hold();
            await SendLeftoversAsync().ConfigureAwait(false);
            _lanes = [.. Enumerable.Range(0, Transport.Lanes).Select(lane => new LaneLoop(this, lane))];
            for (var lane = 0; lane < _lanes.Count; lane++)
            {
                StartLoop($"lane {lane}", _lanes[lane].PassAsync);
            }

            StartLoop("schedule", SchedulePassAsync);
            if (Store.LookInterval is not null)
            {
                StartLoop("measure", MeasurePassAsync);
            }

            State = AgentRuntimeState.Running;
            AgentsTelemetry.Watch(this);
            Log.Started(Topology.Agents.Count, Transport.Lanes);
        }
        catch
        {
            await EndLoopsAsync().ConfigureAwait(false);
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
            await Transport.PauseAsync().ConfigureAwait(false);
            await WaitUntilIdleAsync(drain.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Log.DrainIncomplete(Transport.Pending);
        }

        await EndLoopsAsync().ConfigureAwait(false);
        await Transport.StopAsync().ConfigureAwait(false);
        await Store.StopAsync().ConfigureAwait(false);
        State = AgentRuntimeState.Stopped;
        Log.Stopped();
    }

    public void Dispose() => _stopping.Dispose();

    internal void StartLoop(string name, Func<CancellationToken, Task> pass)
    {
        lock (_gate)
        {
            _loops.Add(new AgentLoop(this, name, pass, _stopping.Token));
        }
    }

    internal async Task EndLoopsAsync()
    {
        AgentsTelemetry.Forget(this);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(Loops.Select(static loop => loop.Ended)).ConfigureAwait(false);
        lock (_gate)
        {
            _loops.Clear();
        }

        Interlocked.Exchange(ref _dueWork, 0);
        if (State is not AgentRuntimeState.Stopping)
        {
            State = AgentRuntimeState.Stopped;
        }
    }

    /// <summary>Waits until this process has nothing in hand.</summary>
    internal async Task WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        while (!IsIdle && !HasCrashed)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks whether anything is left to do now, in this process, in the store's outbox or on the broker.</summary>
    internal async ValueTask<bool> IsDrainedAsync()
    {
        if (!Transport.ReadsOutbox)
        {
            return IsIdle;
        }

        // Messages go from the outbox to the broker to the lanes, and a lane that ends with one fills the outbox again: if no lane did anything meanwhile, all three were empty at once.
        var committed = Interlocked.Read(ref _commits);
        return IsIdle
            && (await Store.MeasureAsync().ConfigureAwait(false)).OutboxDepth == 0
            && await Transport.CountWaitingAsync().ConfigureAwait(false) == 0
            && IsIdle
            && Interlocked.Read(ref _commits) == committed;
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
            throw new RuntimeCrashedException("The process is dead.", new InvalidOperationException(point.ToString())) { WasDead = true };
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

    internal void SetPaused(IReadOnlyCollection<string> agents)
    {
        var isChanged = false;
        foreach (var agent in Topology.Agents.Values)
        {
            isChanged |= agent.IsPaused != agents.Contains(agent.Name);
            agent.IsPaused = agents.Contains(agent.Name);
        }

        if (isChanged && State == AgentRuntimeState.Running)
        {
            Hold();
        }
    }

    private void Hold() => Transport.Hold(
        Topology.Agents.Values.Where(static agent => agent.IsPaused).Select(static agent => agent.Name).ToHashSet(StringComparer.Ordinal));

    private async Task MeasurePassAsync(CancellationToken cancellationToken)
    {
        Measured = await Store.MeasureAsync().ConfigureAwait(false);
        MeasuredAt = TimeProvider.System.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken).ConfigureAwait(false);
    }
}
