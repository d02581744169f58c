using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.PostgreSql;

/// <summary>Carries messages by the outbox itself: the owner of a shard takes its rows, and they are deleted with the commit that handles them.</summary>
internal sealed class QueueTransport : IAgentTransport
{
    private const int ReadPerShard = 128;

    /// <summary>A look that finds so many is followed by a pause, in which the next ones gather; fewer are not kept waiting.</summary>
    private const int Many = 16;

    /// <summary>How often all shards are read while only some are known to have new messages: others' messages wait so long.</summary>
    private static readonly TimeSpan LookAtAll = TimeSpan.FromMilliseconds(20);

    /// <summary>What comes within so long after a look that found many is read together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(1);

    private readonly PostgreSqlStore _store;
    private readonly ShardLanes _lanes;
    private readonly QueueMarks _marks = new();
    private readonly Lock _gate = new();
    private HashSet<short> _fresh = [];
    private long _lookedAtAllAt;
    private readonly WorkSignal _signal = new();
    private AgentsSetup? _setup;
    private bool _isPaused;
    private bool _hasReadAll;

    internal QueueTransport(PostgreSqlStore store)
    {
        _store = store;
        _lanes = new ShardLanes(store.Options.Lanes);
    }

    public int Lanes => _lanes.Count;

    public long Pending => _lanes.Pending;

    public bool ReadsOutbox => true;

    public bool CarriesTopics => false;

    public string? Complaint => null;

    public ValueTask StartAsync(AgentsSetup setup, IAgentStore store, CancellationToken cancellationToken)
    {
        _setup = setup;
        _marks.LookFor(_store.ConsumerIds());
        _store.Leases.IsInUse = _marks.IsInHand;
        _store.Leases.Changed = _signal.Set;
        setup.StartLoop("queue", PassAsync);
        return ValueTask.CompletedTask;
    }

    public ValueTask PauseAsync()
    {
        lock (_gate)
        {
            _isPaused = true;

            // What nobody has begun with stays in the table for the next owner.
            _lanes.Drop(_marks.Remove);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask StopAsync() => ValueTask.CompletedTask;

    public void Send(IReadOnlyList<Delivery> deliveries)
    {
        lock (_gate)
        {
            _fresh.UnionWith(deliveries.Select(static delivery => Shards.Of(delivery.Agent, delivery.Key)));
        }

        _signal.Set();
    }

    public void Hold(IReadOnlySet<string> agents)
    {
        _marks.LookFor([.. _setup!.Agents.Where(agent => !agents.Contains(agent)).Select(_store.Consumer)]);
        _lanes.Hold(delivery => agents.Contains(delivery.Agent));
        _signal.Set();
    }

    public void LookAtParked(string agent, string key) => _lanes.Add(Shards.Of(agent, key), [new Delivery(agent, key, null)]);

    public ValueTask ReceiveAsync(int lane, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken) =>
        _lanes.TakeAsync(lane, max, buffer, cancellationToken);

    public void Acknowledge(int lane, int count)
    {
        if (_lanes.Acknowledge(lane, count, _marks.Remove))
        {
            _signal.Set();
        }
    }

    public ValueTask<long> CountWaitingAsync() => ValueTask.FromResult(0L);

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        var signal = _signal.Arm();
        var found = await ReadAsync().ConfigureAwait(false);
        if (found == 0)
        {
            await _signal.WaitAsync(signal, cancellationToken).ConfigureAwait(false);
            return;
        }

        _signal.Found();
        if (_hasReadAll && found >= Many)
        {
            await Task.Delay(Gather, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> ReadAsync()
    {
        var owned = _store.Leases.Usable();
        var fresh = TakeFresh(owned);
        var wanted = fresh ?? owned;
        var shards = _lanes.WithRoom(wanted);
        if (shards.Length == 0 || Volatile.Read(ref _isPaused))
        {
            _hasReadAll &= wanted.Length == 0;
            return 0;
        }

        var look = _marks.Begin(owned, shards, isRegular: fresh is null);
        var limit = Math.Clamp(_lanes.Share(shards.Length), 8, ReadPerShard);
        var (rows, oldest, next) = await _store.ReadQueueAsync(look, limit).ConfigureAwait(false);
        _marks.Move(look, oldest, next);
        _hasReadAll = shards.Length == wanted.Length && rows.CountBy(static row => row.Shard).All(shard => shard.Value < limit);
        if (rows.Count == 0 || !Add(look, rows))
        {
            return 0;
        }

        _setup!.Pass(CrashPoint.AfterSend);
        return rows.Count;
    }

    /// <summary>Says which shards got messages of this process since the last look, if it is too early to look at all.</summary>
    private short[]? TakeFresh(short[] owned)
    {
        lock (_gate)
        {
            var fresh = _fresh;
            _fresh = [];
            var now = TimeProvider.System.GetTimestamp();
            if (_hasReadAll && TimeProvider.System.GetElapsedTime(_lookedAtAllAt, now) < LookAtAll)
            {
                return [.. owned.Where(fresh.Contains)];
            }

            _lookedAtAllAt = now;
            return null;
        }
    }

    /// <summary>Puts rows into their lanes, unless this process stops: what is given back since the look began lies before them.</summary>
    private bool Add(QueueLook look, List<(short Shard, Delivery Delivery)> rows)
    {
        lock (_gate)
        {
            if (_isPaused)
            {
                return false;
            }

            _marks.Add(look, rows);
            foreach (var group in rows.GroupBy(static row => row.Shard))
            {
                _lanes.Add(group.Key, [.. group.Select(static row => row.Delivery)]);
            }

            return true;
        }
    }
}
