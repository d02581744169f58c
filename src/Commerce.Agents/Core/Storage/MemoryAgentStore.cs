using Commerce.Agents.Transport;

namespace Commerce.Agents.Storage;

/// <summary>Keeps everything in memory: the default, for development, tests and demos. One lock, short transactions.</summary>
/// <remarks>The ids of the last two million handled messages are kept to drop repeats; a durable store keeps seven days.</remarks>
public sealed partial class MemoryAgentStore : IAgentStore
{
    private const int InboxGeneration = 1_000_000;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, Dictionary<string, StateRow>> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<EffectId, EffectEntry> _effects = [];
    private readonly Queue<Delivery> _outbox = new();
    private readonly HashSet<long> _sent = [];
    private HashSet<(string Agent, Guid Id)> _inbox = [];
    private HashSet<(string Agent, Guid Id)> _olderInbox = [];
    private AgentsSetup? _setup;
    private long _sequence;

    /// <summary>Creates a store.</summary>
    /// <param name="clock">The clock of its rows.</param>
    public MemoryAgentStore(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
    }

    /// <inheritdoc/>
    public TimeSpan? LookInterval => null;

    /// <inheritdoc/>
    public ValueTask StartAsync(AgentsSetup setup, CancellationToken cancellationToken)
    {
        _setup = setup;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask StopAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask LookAsync(IReadOnlyList<KeyLook> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_gate)
        {
            foreach (var look in keys)
            {
                if (_states.TryGetValue(look.Agent, out var rows) && rows.TryGetValue(look.Key, out var row))
                {
                    look.State = row.Value;
                    look.Version = row.Version;
                    look.Steps = row.Steps;
                }

                look.IsParked = _parked.Count > 0 && _parked.ContainsKey((look.Agent, look.Key));
                for (var i = 0; i < look.MessageIds.Count; i++)
                {
                    var id = (look.Agent, look.MessageIds[i]);
                    if (_inbox.Contains(id) || _olderInbox.Contains(id))
                    {
                        look.Known.Add(i);
                    }
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IAgentTransaction?> BeginAsync() => ValueTask.FromResult<IAgentTransaction?>(null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyCommit>> CommitAsync(
        IReadOnlyList<KeyCommit> keys, ICollection<Delivery> outbox, IAgentTransaction? transaction = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(outbox);
        List<KeyCommit>? leftOut = null;
        lock (_gate)
        {
            foreach (var commit in keys)
            {
                if (Holds(commit))
                {
                    Write(commit, outbox);
                }
                else
                {
                    (leftOut ??= []).Add(commit);
                }
            }
        }

        return ValueTask.FromResult<IReadOnlyList<KeyCommit>>(leftOut ?? (IReadOnlyList<KeyCommit>)[]);
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(IReadOnlyList<Delivery> deliveries, ICollection<Delivery> outbox, object? transaction = null)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        ArgumentNullException.ThrowIfNull(outbox);
        if (transaction is not null)
        {
            throw new NotSupportedException("The store in memory takes part in no transaction: use a durable store.");
        }

        lock (_gate)
        {
            foreach (var delivery in deliveries)
            {
                Enqueue(delivery, outbox);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Delivery>> ReadOutboxAsync(int limit)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Delivery>>([.. _outbox.Where(row => !_sent.Contains(row.Sequence)).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteOutboxAsync(IReadOnlyCollection<Delivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        lock (_gate)
        {
            foreach (var row in deliveries)
            {
                _sent.Add(row.Sequence);
            }

            // Lanes delete their own rows in any order; the head leaves as soon as it is sent.
            while (_outbox.TryPeek(out var head) && _sent.Remove(head.Sequence))
            {
                _outbox.Dequeue();
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public TimeSpan? InboxRetention => null;

    /// <inheritdoc/>
    public ValueTask RefuseOutboxAsync(Delivery delivery, string error)
    {
        lock (_gate)
        {
            var envelope = delivery.Envelope!;
            _dead[++_deadCount] = new DeadLetter(
                _deadCount, delivery.Topic ?? delivery.Agent, delivery.Key, envelope, NameOf(envelope.Message), nameof(CommerceException), error, 0, _clock.GetUtcNow());
        }

        return DeleteOutboxAsync([delivery]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<Guid, string>>> TakeRepliesAsync(Guid node) =>
        ValueTask.FromResult<IReadOnlyList<KeyValuePair<Guid, string>>>([]);

    /// <inheritdoc/>
    public ValueTask<EffectEntry?> AnnounceEffectAsync(EffectId id, Type type)
    {
        lock (_gate)
        {
            var known = _effects.GetValueOrDefault(id);
            _effects.TryAdd(id, new EffectEntry(null));
            return ValueTask.FromResult(known);
        }
    }

    /// <inheritdoc/>
    public ValueTask DropIntentAsync(EffectId id)
    {
        lock (_gate)
        {
            _effects.Remove(id);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask PutOutcomeAsync(EffectId id, object outcome, Type type)
    {
        lock (_gate)
        {
            _effects[id] = new EffectEntry(outcome);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<object?> FindStateAsync(string agent, string key)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_states.GetValueOrDefault(agent)?.GetValueOrDefault(key)?.Value);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<string, object>>> ListStatesAsync(string agent, int skip, int limit)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<KeyValuePair<string, object>>>(
                !_states.TryGetValue(agent, out var rows)
                    ? []
                    : [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal).Skip(skip).Take(limit)
                        .Select(row => KeyValuePair.Create(row.Key, row.Value.Value))]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoreStatus> MeasureAsync()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var age = _outbox.TryPeek(out var head) ? now - head.Envelope!.OccurredAt : TimeSpan.Zero;
            var lag = _due.TryPeek(out _, out var due) && due < now ? now - due : TimeSpan.Zero;
            return ValueTask.FromResult(new StoreStatus(_outbox.Count, age, lag, _parked.Count, _dead.Count, Shards.Count));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AgentNode>> ListNodesAsync() => ValueTask.FromResult<IReadOnlyList<AgentNode>>(
        _setup is null ? [] : [new AgentNode(_setup.Node, "memory", _clock.GetUtcNow(), [.. Enumerable.Range(0, Shards.Count)])]);

    /// <inheritdoc/>
    public ValueTask SetPausedAsync(string agent, bool isPaused) => ValueTask.CompletedTask;

    private bool Holds(KeyCommit commit)
    {
        var look = commit.Look;
        var version = _states.GetValueOrDefault(look.Agent)?.GetValueOrDefault(look.Key)?.Version ?? 0;
        if (version != look.Version)
        {
            return false;
        }

        foreach (var change in commit.Entities)
        {
            if (!Holds(change))
            {
                return false;
            }
        }

        return true;
    }

    private void Write(KeyCommit commit, ICollection<Delivery> outbox)
    {
        var look = commit.Look;
        foreach (var id in commit.Handled)
        {
            Remember(look.Agent, id);
        }

        if (commit.State is not null || commit.Steps is not null || commit.IsCompleted)
        {
            if (!_states.TryGetValue(look.Agent, out var rows))
            {
                _states[look.Agent] = rows = new Dictionary<string, StateRow>(StringComparer.Ordinal);
            }

            var value = commit.State ?? look.State;
            if (value is not null)
            {
                rows[look.Key] = new StateRow(value, look.Version + 1, commit.Steps ?? look.Steps);
            }
        }

        foreach (var delivery in commit.Outbox)
        {
            Enqueue(delivery, outbox);
        }

        foreach (var change in commit.Schedules)
        {
            Schedule(change);
        }

        foreach (var change in commit.Entities)
        {
            Write(change);
        }

        Park(commit);
    }

    private void Remember(string agent, Guid id)
    {
        if (_inbox.Count >= InboxGeneration)
        {
            (_inbox, _olderInbox) = (_olderInbox, _inbox);
            _inbox.Clear();
        }

        _inbox.Add((agent, id));
    }

    private void Enqueue(Delivery delivery, ICollection<Delivery> outbox)
    {
        var row = delivery with { Sequence = ++_sequence };
        _outbox.Enqueue(row);
        outbox.Add(row);
    }

    private sealed record StateRow(object Value, long Version, IReadOnlyList<SagaStep> Steps);
}
