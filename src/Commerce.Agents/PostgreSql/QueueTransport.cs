using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.PostgreSql;

/// <summary>Carries messages by the outbox itself: the owner of a shard takes its rows, and they are deleted with the commit that handles them.</summary>
internal sealed class QueueTransport : IAgentTransport
{
    private const int MaxInLane = 512;
    private const int ReadPerShard = 128;

    /// <summary>How often all shards are read while only some are known to have new messages: others' messages wait so long.</summary>
    private static readonly TimeSpan LookAtAll = TimeSpan.FromMilliseconds(20);

    private readonly PostgreSqlStore _store;
    private readonly Lane<Delivery>[] _lanes;
    private readonly QueueMarks _marks = new();
    private readonly Lock _gate = new();
    private HashSet<short> _fresh = [];
    private long _lookedAtAllAt;
    private readonly WorkSignal _signal = new();
    private AgentsSetup? _setup;
    private long _pending;
    private bool _isPaused;

    internal QueueTransport(PostgreSqlStore store)
    {
        _store = store;
        _lanes = [.. Enumerable.Range(0, store.Options.Lanes).Select(static _ => new Lane<Delivery>())];
    }

    public int Lanes => _lanes.Length;

    public long Pending => Interlocked.Read(ref _pending);

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
            foreach (var lane in _lanes)
            {
                // What nobody has begun with stays in the table for the next owner.
                var dropped = lane.Remove(delivery =>
                {
                    _marks.Remove(delivery);
                    return true;
                });
                Interlocked.Add(ref _pending, -dropped);
            }
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
        foreach (var lane in _lanes)
        {
            lane.Hold(delivery => agents.Contains(delivery.Agent));
        }

        _signal.Set();
    }

    public void LookAtParked(string agent, string key)
    {
        Interlocked.Increment(ref _pending);
        _lanes[LaneOf(Shards.Of(agent, key))].Add([new Delivery(agent, key, null)]);
    }

    public ValueTask ReceiveAsync(int lane, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken) =>
        _lanes[lane].TakeAsync(max, buffer.Add, cancellationToken);

    public void Acknowledge(int lane, int count)
    {
        _lanes[lane].Acknowledge(count, _marks.Remove);
        Interlocked.Add(ref _pending, -count);
        if (_lanes[lane].Count < MaxInLane / 2)
        {
            _signal.Set();
        }
    }

    public ValueTask<long> CountWaitingAsync() => ValueTask.FromResult(0L);

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        var signal = _signal.Arm();
        if (await ReadAsync().ConfigureAwait(false) > 0)
        {
            _signal.Found();
        }
        else
        {
            await _signal.WaitAsync(signal, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> ReadAsync()
    {
        var owned = _store.Leases.Usable();
        var fresh = TakeFresh(owned);
        short[] shards = [.. (fresh ?? owned).Where(shard => _lanes[LaneOf(shard)].Count < MaxInLane)];
        if (shards.Length == 0 || Volatile.Read(ref _isPaused))
        {
            return 0;
        }

        var look = _marks.Begin(owned, shards, isRegular: fresh is null);
        var limit = Math.Clamp(MaxInLane * _lanes.Length / shards.Length / 2, 8, ReadPerShard);
        var (rows, oldest, next) = await _store.ReadQueueAsync(look, limit).ConfigureAwait(false);
        _marks.Move(look, oldest, next);
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
            if (fresh.Count > 0 && TimeProvider.System.GetElapsedTime(_lookedAtAllAt, now) < LookAtAll)
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

            Interlocked.Add(ref _pending, rows.Count);
            _marks.Add(look, rows);
            foreach (var group in rows.GroupBy(row => LaneOf(row.Shard)))
            {
                _lanes[group.Key].Add(group.Select(static row => row.Delivery));
            }

            return true;
        }
    }

    private int LaneOf(short shard) => shard % _lanes.Length;
}
