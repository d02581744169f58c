using Commerce.Agents.Storage;
using Commerce.Agents.Transport;

namespace Commerce.Agents.PostgreSql;

/// <summary>
/// Which rows of the queue are in hand, and from where to read on. A row becomes visible only with its transaction, so a
/// lower number may come after a higher one, and much later where a process sleeps before it commits: reading begins at the
/// highest number that was seen before every transaction of now had begun, and now and then from the start.
/// </summary>
internal sealed class QueueMarks
{
    private static readonly TimeSpan LookBack = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly HashSet<long>[] _inHand = [.. Enumerable.Range(0, Shards.Count).Select(static _ => new HashSet<long>())];
    private readonly long[] _highest = new long[Shards.Count];
    private readonly long[] _floor = new long[Shards.Count];
    private readonly long[] _nextFloor = new long[Shards.Count];
    private long _movedAt = TimeProvider.System.GetTimestamp();
    private long _lookedAgainAt;
    private long _nextFrom;
    private HashSet<short> _shards = [];
    private short[] _consumers = [];
    private int _generation;

    internal bool IsInHand(short shard)
    {
        lock (_gate)
        {
            return _inHand[shard].Count > 0;
        }
    }

    /// <summary>Says whose rows are looked for. Those that were left out so far lie below the floors, so all is read from the start again; a look on its way moves no floor any more.</summary>
    internal void LookFor(short[] consumers)
    {
        lock (_gate)
        {
            _consumers = consumers;
            _shards = [];
            _generation++;
        }
    }

    /// <summary>Says from where to read which shards, whose rows, and what is in hand from there on.</summary>
    /// <param name="owned">All shards of this process.</param>
    /// <param name="shards">Those to read.</param>
    /// <param name="isRegular">Whether these are all with room, and not only those known to have new rows.</param>
    internal QueueLook Begin(short[] owned, short[] shards, bool isRegular)
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetTimestamp();

            // A shard that was not owned the last time may have been another process's meanwhile.
            foreach (var shard in owned.Where(shard => !_shards.Contains(shard)))
            {
                (_highest[shard], _nextFloor[shard], _floor[shard]) = (0, 0, 0);
            }

            var isFromStart = isRegular && TimeProvider.System.GetElapsedTime(_lookedAgainAt, now) >= LookAgain;
            if (isFromStart)
            {
                _lookedAgainAt = now;
            }

            var floors = Array.ConvertAll(shards, shard => isFromStart ? 0 : _floor[shard]);
            _shards = [.. owned];
            var inHand = new List<long>();
            for (var i = 0; i < shards.Length; i++)
            {
                var floor = floors[i];
                inHand.AddRange(_inHand[shards[i]].Where(seq => seq > floor));
            }

            return new QueueLook(shards, isRegular, _consumers, floors, [.. inHand], _generation);
        }
    }

    /// <summary>Moves on where reading begins, before the rows of this look are added. Only a regular look does this: it has seen what became visible late.</summary>
    /// <param name="look">The look.</param>
    /// <param name="oldest">The oldest transaction that had not ended at the look.</param>
    /// <param name="next">The next transaction that was to begin at the look.</param>
    internal void Move(QueueLook look, long oldest, long next)
    {
        lock (_gate)
        {
            if (!look.IsRegular || look.Generation != _generation || oldest < _nextFrom || TimeProvider.System.GetElapsedTime(_movedAt) < LookBack)
            {
                return;
            }

            _movedAt = TimeProvider.System.GetTimestamp();
            _nextFrom = next;
            foreach (var shard in look.Shards)
            {
                _floor[shard] = _nextFloor[shard];
                _nextFloor[shard] = _highest[shard];
            }
        }
    }

    internal void Add(QueueLook look, List<(short Shard, Delivery Delivery)> rows)
    {
        lock (_gate)
        {
            foreach (var (shard, delivery) in rows)
            {
                _inHand[shard].Add(delivery.Sequence);
                _highest[shard] = look.Generation == _generation ? Math.Max(_highest[shard], delivery.Sequence) : _highest[shard];
            }
        }
    }

    internal void Remove(Delivery delivery)
    {
        if (delivery.Sequence == 0)
        {
            return;
        }

        lock (_gate)
        {
            _inHand[Shards.Of(delivery.Agent, delivery.Key)].Remove(delivery.Sequence);
        }
    }
}

/// <summary>One look at the queue.</summary>
/// <param name="Shards">The shards that are read.</param>
/// <param name="IsRegular">Whether these are all with room.</param>
/// <param name="Consumers">Whose rows are read.</param>
/// <param name="Floors">Above which number, for each shard.</param>
/// <param name="InHand">Which rows are left out.</param>
/// <param name="Generation">Changes with whose rows are looked for.</param>
internal sealed record QueueLook(short[] Shards, bool IsRegular, short[] Consumers, long[] Floors, long[] InHand, int Generation);
