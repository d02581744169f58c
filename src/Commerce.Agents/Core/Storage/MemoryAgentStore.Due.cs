using Commerce.Agents.Transport;

namespace Commerce.Agents.Storage;

/// <content>Schedules, parked keys and dead letters.</content>
public sealed partial class MemoryAgentStore
{
    private readonly PriorityQueue<Guid, DateTimeOffset> _due = new();
    private readonly Dictionary<Guid, ScheduleChange> _schedules = [];
    private readonly Dictionary<string, Guid> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agent, string Key), List<ParkedMessage>> _parked = [];
    private readonly SortedDictionary<long, DeadLetter> _dead = [];
    private long _deadCount;

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
    public ValueTask<bool> FireSchedulesAsync(DateTimeOffset now, Func<DueSchedule, FiredSchedule> fire, ICollection<Delivery> outbox)
    {
        ArgumentNullException.ThrowIfNull(fire);
        lock (_gate)
        {
            while (_due.TryPeek(out var id, out var due) && due <= now)
            {
                _due.Dequeue();
                if (!_schedules.Remove(id, out var schedule))
                {
                    continue;
                }

                if (schedule.Name is not null)
                {
                    _named.Remove(schedule.Name);
                }

                var fired = fire(new DueSchedule(schedule.Name, schedule.DueAt, schedule.Envelope));
                foreach (var delivery in fired.Deliveries)
                {
                    Enqueue(delivery, outbox);
                }

                if (fired.Next is { } next)
                {
                    Add(schedule with { DueAt = next });
                }
            }
        }

        return ValueTask.FromResult(false);
    }

    /// <inheritdoc/>
    public ValueTask EnsureScheduleAsync(string name, DateTimeOffset dueAt)
    {
        lock (_gate)
        {
            if (!_named.ContainsKey(name))
            {
                Add(new ScheduleChange(name, dueAt, null, 0));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(string Agent, string Key)>> TakeDueParkedAsync(DateTimeOffset now, DateTimeOffset until)
    {
        lock (_gate)
        {
            var due = _parked.Where(entry => entry.Value[0].DueAt <= now).ToList();
            foreach (var (_, queue) in due)
            {
                queue[0] = queue[0] with { DueAt = until };
            }

            return ValueTask.FromResult<IReadOnlyList<(string, string)>>([.. due.Select(static entry => entry.Key)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RetryParkedAsync(string agent, string key, DateTimeOffset at)
    {
        lock (_gate)
        {
            if (!_parked.TryGetValue((agent, key), out var queue))
            {
                return ValueTask.FromResult(false);
            }

            queue[0] = queue[0] with { DueAt = at };
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ParkedMessage>> ReadParkedAsync(string agent, string key, int limit)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ParkedMessage>>(
                _parked.TryGetValue((agent, key), out var queue) ? [.. queue.Take(limit)] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ParkedKey>> ListParkedAsync(int limit)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ParkedKey>>(
            [
                .. _parked.Take(limit).Select(entry => new ParkedKey(
                    entry.Key.Agent,
                    entry.Key.Key,
                    entry.Value[0].Envelope.Id,
                    NameOf(entry.Value[0].Envelope.Message),
                    entry.Value[0].Attempts,
                    entry.Value[0].Error ?? "",
                    entry.Value[0].DueAt,
                    entry.Value.Count)),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DeadLetter>> ListDeadLettersAsync(DeadLetterQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<DeadLetter>>([.. Matching(query)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> ReviveAsync(DeadLetterQuery query, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            var letters = Matching(query).ToList();
            foreach (var letter in letters)
            {
                _dead.Remove(letter.Id);
                var queue = ParkedQueue(letter.Agent, letter.Key);
                queue.Add(new ParkedMessage(letter.Envelope, 0, queue.Count == 0 ? now : null, letter.Error));
            }

            return ValueTask.FromResult(letters.Count);
        }
    }

    private IEnumerable<DeadLetter> Matching(DeadLetterQuery query) => _dead.Values
        .Where(letter => (query.Ids.Count == 0 || query.Ids.Contains(letter.Id))
            && (query.Agent is null || letter.Agent == query.Agent)
            && (query.MessageType is null || letter.MessageType == query.MessageType)
            && (query.From is null || letter.DeadAt >= query.From)
            && (query.Until is null || letter.DeadAt < query.Until))
        .Take(query.Limit);

    private string NameOf(IMessage message) => _setup?.Json.NameOf(message) ?? message.GetType().Name;

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

        if (_parked.TryGetValue((look.Agent, look.Key), out var queue))
        {
            if (queue.Count == 0)
            {
                _parked.Remove((look.Agent, look.Key));
            }
            else if (commit.NextParkedDueAt is { } next && queue[0].DueAt is null)
            {
                queue[0] = queue[0] with { DueAt = next };
            }
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

    private void Schedule(ScheduleChange change)
    {
        if (change.Name is not null && _named.Remove(change.Name, out var earlier))
        {
            _schedules.Remove(earlier);
        }

        if (change.Envelope is not null)
        {
            Add(change);
        }
    }

    private void Add(ScheduleChange change)
    {
        var id = Guid.CreateVersion7(_clock.GetUtcNow());
        _schedules[id] = change;
        _due.Enqueue(id, change.DueAt);
        if (change.Name is not null)
        {
            _named[change.Name] = id;
        }
    }
}
