using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.PostgreSql;

/// <summary>
/// The lanes of a process. Each lane costs transactions, so no more are used than it takes: a shard of which nothing is in hand
/// goes to the first lane that is neither full nor held up. While something is in hand, all of its shard goes to the same lane.
/// </summary>
internal sealed class ShardLanes
{
    private const int MaxInLane = 512;

    /// <summary>With so many in a lane the next one begins: a batch.</summary>
    private const int Enough = 128;

    /// <summary>A batch that takes longer holds its lane up: a handler waits for somebody else.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    private readonly Lane<Delivery>[] _lanes;
    private readonly Lock _gate = new();
    private readonly int[] _inHand = new int[Shards.Count];
    private readonly int[] _laneOf = new int[Shards.Count];
    private long _pending;

    internal ShardLanes(int count) => _lanes = [.. Enumerable.Range(0, count).Select(static _ => new Lane<Delivery>())];

    internal int Count => _lanes.Length;

    /// <summary>Gets how many wait or are being handled.</summary>
    internal long Pending => Interlocked.Read(ref _pending);

    /// <summary>Says which of some shards may get more.</summary>
    internal short[] WithRoom(IEnumerable<short> shards)
    {
        var hasRoom = Array.ConvertAll(_lanes, static lane => lane.Count < MaxInLane);
        var hasAny = Array.Exists(hasRoom, static has => has);
        lock (_gate)
        {
            return [.. shards.Where(shard => _inHand[shard] > 0 ? hasRoom[_laneOf[shard]] : hasAny)];
        }
    }

    /// <summary>Says how many rows of each shard to read, so that they find room.</summary>
    internal int Share(int shards) => MaxInLane * _lanes.Length / shards / 2;

    /// <summary>Adds messages of one shard, in order.</summary>
    internal void Add(short shard, IReadOnlyCollection<Delivery> deliveries)
    {
        Interlocked.Add(ref _pending, deliveries.Count);
        lock (_gate)
        {
            if (_inHand[shard] == 0)
            {
                _laneOf[shard] = Choose();
            }

            _inHand[shard] += deliveries.Count;
            _lanes[_laneOf[shard]].Add(deliveries);
        }
    }

    internal ValueTask TakeAsync(int lane, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken) =>
        _lanes[lane].TakeAsync(max, buffer.Add, cancellationToken);

    /// <summary>Forgets the first so many that were taken.</summary>
    /// <returns>Whether the lane wants more.</returns>
    internal bool Acknowledge(int lane, int count, Action<Delivery> done)
    {
        lock (_gate)
        {
            _lanes[lane].Acknowledge(count, delivery => Forget(delivery, done));
        }

        return _lanes[lane].Count < MaxInLane / 2;
    }

    /// <summary>Gives up what nobody has begun with.</summary>
    internal void Drop(Action<Delivery> dropped)
    {
        lock (_gate)
        {
            foreach (var lane in _lanes)
            {
                lane.Remove(delivery =>
                {
                    Forget(delivery, dropped);
                    return true;
                });
            }
        }
    }

    internal void Hold(Func<Delivery, bool> isHeld)
    {
        foreach (var lane in _lanes)
        {
            lane.Hold(isHeld);
        }
    }

    private void Forget(Delivery delivery, Action<Delivery> done)
    {
        _inHand[Shards.Of(delivery.Agent, delivery.Key)]--;
        Interlocked.Decrement(ref _pending);
        done(delivery);
    }

    private int Choose()
    {
        var best = 0;
        for (var lane = 0; lane < _lanes.Length; lane++)
        {
            if (_lanes[lane].Count < Enough && _lanes[lane].Busy < Slow)
            {
                return lane;
            }

            best = _lanes[lane].Count < _lanes[best].Count ? lane : best;
        }

        return best;
    }
}
