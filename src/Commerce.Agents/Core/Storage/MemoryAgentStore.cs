using Commerce.Agents.Entities;

namespace Commerce.Agents.Storage;

/// <summary>Keeps everything in memory: the default, for development, tests and demos. One lock, short transactions.</summary>
/// <remarks>The ids of the last two million handled messages are kept to drop repeats; a durable store keeps seven days.</remarks>
public sealed class MemoryAgentStore : IAgentStore
{
    private const int InboxGeneration = 1_000_000;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, Dictionary<string, StateRow>> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<EffectId, EffectEntry> _effects = [];
    private readonly Queue<OutboxRow> _outbox = new();
    private readonly HashSet<long> _sent = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> _due = new();
    private readonly Dictionary<Guid, ScheduleChange> _schedules = [];
    private readonly Dictionary<string, Guid> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agent, string Key), List<ParkedMessage>> _parked = [];
    private readonly SortedDictionary<long, DeadLetter> _dead = [];
    private readonly Dictionary<Type, Dictionary<Guid, EntityRow>> _entities = [];
    private HashSet<(string Agent, Guid Id)> _inbox = [];
    private HashSet<(string Agent, Guid Id)> _olderInbox = [];
    private long _sequence;
    private long _deadCount;

    /// <summary>Creates a store.</summary>
    /// <param name="clock">The clock of its rows.</param>
    public MemoryAgentStore(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
    }

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
    public ValueTask<IReadOnlyList<KeyCommit>> CommitAsync(IReadOnlyList<KeyCommit> keys, ICollection<OutboxRow> outbox)
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
    public ValueTask AppendAsync(IReadOnlyList<Envelope> envelopes, ICollection<OutboxRow> outbox)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        lock (_gate)
        {
            foreach (var envelope in envelopes)
            {
                Enqueue(envelope, outbox);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxRow>> ReadOutboxAsync(int limit)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<OutboxRow>>([.. _outbox.Where(row => !_sent.Contains(row.Sequence)).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteOutboxAsync(IReadOnlyCollection<OutboxRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        lock (_gate)
        {
            foreach (var row in rows)
            {
                _sent.Add(row.Sequence);
            }

            // Partitions delete their own rows in any order; the head leaves as soon as it is sent.
            while (_outbox.TryPeek(out var head) && _sent.Remove(head.Sequence))
            {
                _outbox.Dequeue();
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<EffectEntry?> FindEffectAsync(EffectId id)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_effects.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask PutIntentAsync(EffectId id)
    {
        lock (_gate)
        {
            _effects.TryAdd(id, new EffectEntry(null));
        }

        return ValueTask.CompletedTask;
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
    public ValueTask PutOutcomeAsync(EffectId id, object outcome)
    {
        lock (_gate)
        {
            _effects[id] = new EffectEntry(outcome);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync()
    {
        lock (_gate)
        {
            while (_due.TryPeek(out var id, out _) && !_schedules.ContainsKey(id))
            {
                _due.Dequeue();
            }

            DateTimeOffset? next = _due.TryPeek(out _, out var due) ? due : null;
            foreach (var queue in _parked.Values)
            {
                if (queue[0].DueAt is { } at && (next is null || at < next))
                {
                    next = at;
                }
            }

            return ValueTask.FromResult(next);
        }
    }

    /// <inheritdoc/>
    public ValueTask FireSchedulesAsync(DateTimeOffset now, ICollection<OutboxRow> outbox)
    {
        lock (_gate)
        {
            while (_due.TryPeek(out var id, out var due) && due <= now)
            {
                _due.Dequeue();
                if (_schedules.Remove(id, out var schedule))
                {
                    if (schedule.Name is not null)
                    {
                        _named.Remove(schedule.Name);
                    }

                    Enqueue(schedule.Envelope!.WithId(Guid.CreateVersion7(now), now), outbox);
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask EnsureScheduleAsync(ScheduleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            if (change.Name is null || !_named.ContainsKey(change.Name))
            {
                Schedule(change);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(string Agent, string Key)>> DueParkedAsync(DateTimeOffset now)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<(string, string)>>(
                [.. _parked.Where(entry => entry.Value[0].DueAt <= now).Select(entry => entry.Key)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask PostponeParkedAsync(string agent, string key, DateTimeOffset until)
    {
        lock (_gate)
        {
            if (_parked.TryGetValue((agent, key), out var queue))
            {
                queue[0] = queue[0] with { DueAt = until };
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ParkedMessage>> ReadParkedAsync(string agent, string key)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ParkedMessage>>(
                _parked.TryGetValue((agent, key), out var queue) ? [.. queue] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ParkedKey>> ListParkedAsync()
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ParkedKey>>(
            [
                .. _parked.Select(entry => new ParkedKey(
                    entry.Key.Agent,
                    entry.Key.Key,
                    entry.Value[0].Envelope.Id,
                    entry.Value[0].Envelope.Message.GetType().Name,
                    entry.Value[0].Attempts,
                    entry.Value[0].Error ?? "",
                    entry.Value[0].DueAt,
                    entry.Value.Count)),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeadLetter>> ListDeadLettersAsync(int limit)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<DeadLetter>>([.. _dead.Values.Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReviveAsync(IReadOnlyCollection<long> ids, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ids);
        lock (_gate)
        {
            foreach (var id in ids.Order())
            {
                if (_dead.Remove(id, out var letter))
                {
                    var envelope = new Envelope
                    {
                        Id = letter.MessageId, Message = letter.Message, CorrelationId = letter.MessageId, OccurredAt = letter.DeadAt,
                    };
                    var queue = ParkedQueue(letter.Agent, letter.Key);
                    queue.Add(new ParkedMessage(envelope, 0, queue.Count == 0 ? now : null, letter.Error));
                }
            }
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
    public ValueTask<EntityRow?> FindEntityAsync(Type type, Guid id)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_entities.GetValueOrDefault(type)?.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<(IReadOnlyList<EntityRow> Rows, int Total)> QueryEntitiesAsync<T>(EntityQuery<T> query)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(query);
        List<EntityRow> rows;
        lock (_gate)
        {
            rows = _entities.TryGetValue(typeof(T), out var found) ? [.. found.Values] : [];
        }

        return ValueTask.FromResult(EntityFilter.Run(rows, query));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EntityRow?>> WriteEntitiesAsync(IReadOnlyList<EntityChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_gate)
        {
            var seen = new HashSet<(Type, Guid)>();
            foreach (var change in changes)
            {
                if (!Holds(change) || (change.ExpectedVersion == 0 && !seen.Add((change.Type, change.Id))))
                {
                    throw change.ExpectedVersion == 0
                        ? EntityErrors.Exists(change.Type, change.Id)
                        : EntityErrors.Stale(change.Type, change.Id);
                }
            }

            return ValueTask.FromResult<IReadOnlyList<EntityRow?>>([.. changes.Select(Write)]);
        }
    }

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

    private bool Holds(EntityChange change) => change.ExpectedVersion is not { } expected
        || (_entities.GetValueOrDefault(change.Type)?.GetValueOrDefault(change.Id)?.Version ?? 0) == expected;

    private void Write(KeyCommit commit, ICollection<OutboxRow> outbox)
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

        foreach (var envelope in commit.Outbox)
        {
            Enqueue(envelope, outbox);
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

    private void Park(KeyCommit commit)
    {
        var look = commit.Look;
        if (commit.Unparked > 0 && _parked.TryGetValue((look.Agent, look.Key), out var waiting))
        {
            waiting.RemoveRange(0, commit.Unparked);
        }

        if (commit.ParkedHead is { } head)
        {
            ParkedQueue(look.Agent, look.Key)[0] = head;
        }

        foreach (var message in commit.Parked)
        {
            Remember(look.Agent, message.Envelope.Id);
            ParkedQueue(look.Agent, look.Key).Add(message);
        }

        foreach (var letter in commit.DeadLetters)
        {
            Remember(look.Agent, letter.MessageId);
            _dead[++_deadCount] = letter with { Id = _deadCount };
        }

        if (_parked.TryGetValue((look.Agent, look.Key), out var queue) && queue.Count == 0)
        {
            _parked.Remove((look.Agent, look.Key));
        }
    }

    private List<ParkedMessage> ParkedQueue(string agent, string key)
    {
        if (!_parked.TryGetValue((agent, key), out var queue))
        {
            _parked[(agent, key)] = queue = [];
        }

        return queue;
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

    private void Enqueue(Envelope envelope, ICollection<OutboxRow> outbox)
    {
        var row = new OutboxRow(++_sequence, envelope);
        _outbox.Enqueue(row);
        outbox.Add(row);
    }

    private void Schedule(ScheduleChange change)
    {
        if (change.Name is not null && _named.Remove(change.Name, out var earlier))
        {
            _schedules.Remove(earlier);
        }

        if (change.Envelope is null)
        {
            return;
        }

        var id = Guid.CreateVersion7(_clock.GetUtcNow());
        _schedules[id] = change;
        _due.Enqueue(id, change.DueAt);
        if (change.Name is not null)
        {
            _named[change.Name] = id;
        }
    }

    private EntityRow? Write(EntityChange change)
    {
        if (!_entities.TryGetValue(change.Type, out var rows))
        {
            _entities[change.Type] = rows = [];
        }

        var existing = rows.GetValueOrDefault(change.Id);
        if (change.Value is null)
        {
            rows.Remove(change.Id);
            return null;
        }

        var now = _clock.GetUtcNow();
        var row = new EntityRow(
            change.Id, change.Value, (existing?.Version ?? 0) + 1, existing?.CreatedAt ?? now, now, change.Tenant ?? existing?.Tenant);
        rows[change.Id] = row;
        return row;
    }

    private sealed record StateRow(object Value, long Version, IReadOnlyList<SagaStep> Steps);
}
