using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;

namespace Commerce.Agents.Kafka;

/// <summary>The acknowledgements of one batch.</summary>
internal sealed class SentBatch(int count)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool[] _sent = new bool[count];
    private readonly HashSet<int> _refused = [];
    private Error? _error;
    private volatile bool _isTooLarge;
    private int _left = count;

    internal Task Done => _done.Task;

    /// <summary>Gets the first error.</summary>
    internal Error? Error => Volatile.Read(ref _error);

    /// <summary>Gets a value indicating whether the brokers, or the client, found something too large.</summary>
    internal bool IsTooLarge => _isTooLarge;

    internal List<(int Place, int Bytes)> TooLarge { get; } = [];

    internal void Refuse(int place, int bytes)
    {
        _refused.Add(place);
        TooLarge.Add((place, bytes));
        Count();
    }

    internal void Report(int place, Error error)
    {
        if (error.IsError)
        {
            Interlocked.CompareExchange(ref _error, error, null);
            _isTooLarge |= error.Code is ErrorCode.MsgSizeTooLarge or ErrorCode.RecordListTooLarge;
        }
        else
        {
            _sent[place] = true;
        }

        Count();
    }

    /// <summary>Finds what may be deleted: in each shard everything before the first row that the brokers do not have.</summary>
    internal List<Delivery> Sent(IReadOnlyList<Delivery> rows)
    {
        var broken = new HashSet<short>();
        var sent = new List<Delivery>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var shard = Shards.Of(rows[i].Topic ?? rows[i].Agent, rows[i].Key);
            if (_sent[i] && !broken.Contains(shard))
            {
                sent.Add(rows[i]);
            }
            else if (!_refused.Contains(i))
            {
                broken.Add(shard);
            }
        }

        return sent;
    }

    private void Count()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _done.TrySetResult();
        }
    }
}
