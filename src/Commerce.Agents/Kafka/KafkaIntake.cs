using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

/// <summary>Takes records from the brokers into lanes. A partition's offset moves only over what was committed to the store.</summary>
internal sealed class KafkaIntake : IDisposable
{
    private const int MaxInLane = 1_024;
    private const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxRecords = 1_000;

    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan QueryTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);

    private readonly KafkaAgentsOptions _options;
    private readonly ILogger _log;
    private readonly AgentsSetup _setup;
    private readonly KafkaTransport _transport;
    private readonly Dictionary<string, string> _agents;
    private readonly IConsumer<string?, byte[]?> _consumer;
    private readonly Lazy<IProducer<string?, byte[]?>> _deadLetters;
    private readonly Lock _gate = new();
    private readonly Dictionary<TopicPartition, long> _next = [];
    private readonly HashSet<TopicPartition> _paused = [];
    private readonly HashSet<int> _fullLanes = [];
    private IReadOnlySet<string> _held = new HashSet<string>();
    private long _bytes;
    private bool _isHeavy;
    private bool _wasAssigned;
    private volatile bool _rests;
    private volatile bool _isOverfull;
    private volatile string? _complaint;
    private string? _offsetGone;

    internal KafkaIntake(KafkaAgentsOptions options, ILogger log, AgentsSetup setup, KafkaTransport transport, Dictionary<string, string> agents)
    {
        _options = options;
        _log = log;
        _setup = setup;
        _transport = transport;
        _agents = agents;
        _consumer = new ConsumerBuilder<string?, byte[]?>(KafkaClients.Consumer(options))
            .SetPartitionsAssignedHandler((_, partitions) => Assign(partitions))
            .SetPartitionsRevokedHandler((_, partitions) => Revoke(partitions))
            .SetPartitionsLostHandler((_, partitions) => Lose(partitions))
            .SetOffsetsCommittedHandler((_, _) => Interlocked.Increment(ref _commits))
            .SetErrorHandler((_, error) => Complain(error))
            .SetLogHandler(static (_, _) => { })
            .Build();
        _deadLetters = new Lazy<IProducer<string?, byte[]?>>(() => new ProducerBuilder<string?, byte[]?>(KafkaClients.Producer(options)).SetLogHandler(static (_, _) => { }).Build());
        _consumer.Subscribe(agents.Keys.Concat(options.Subscriptions));
    }

    private long _commits;
    private long _seenCommits;

    internal string? Complaint => _offsetGone ?? _complaint;

    /// <summary>Takes nothing while the outbox is overfull.</summary>
    internal void SetOverfull(bool isOverfull) => _isOverfull = isOverfull;

    internal void Rest() => _rests = true;

    internal void Hold(IReadOnlySet<string> agents)
    {
        lock (_gate)
        {
            _held = agents;
        }
    }

    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        ApplyPauses();
        if (_rests)
        {
            await Task.Delay(PollTime, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return;
        }

        var lanes = new Dictionary<int, List<Record>>();
        var foreign = new List<ConsumeResult<string?, byte[]?>>();
        for (var count = 0; count < MaxRecords && Consume(count == 0 ? PollTime : TimeSpan.Zero) is { } record; count++)
        {
            Take(record, lanes, foreign);
        }

        foreach (var (lane, records) in lanes)
        {
            _transport.Add(lane, records);
        }

        await TakeOverAsync(foreign).ConfigureAwait(false);
        if (Interlocked.Read(ref _commits) is var commits && commits != _seenCommits)
        {
            _seenCommits = commits;
            _setup.Pass(CrashPoint.AfterOffsets);
        }
    }

    /// <summary>Moves the offsets over what is done.</summary>
    internal void Done(IReadOnlyList<Record> records)
    {
        lock (_gate)
        {
            foreach (var record in records)
            {
                _bytes -= record.Bytes;
                if (record.Partition is { } partition && _next.ContainsKey(partition))
                {
                    _next[partition] = record.Offset + 1;
                }
            }

            foreach (var partition in records.Select(static record => record.Partition).Distinct())
            {
                if (partition is not null && _next.TryGetValue(partition, out var next))
                {
                    Store(partition, next);
                }
            }
        }
    }

    internal long CountWaiting()
    {
        KeyValuePair<TopicPartition, long>[] positions;
        lock (_gate)
        {
            if (!_wasAssigned)
            {
                // Nobody knows yet what waits.
                return 1;
            }

            positions = [.. _next];
        }

        return positions.Sum(position => Math.Max(_consumer.QueryWatermarkOffsets(position.Key, QueryTime).High.Value - position.Value, 0));
    }

    internal void Close()
    {
        // Commits what is stored, and leaves the group.
        _consumer.Close();
    }

    public void Dispose()
    {
        _consumer.Dispose();
        if (_deadLetters.IsValueCreated)
        {
            _deadLetters.Value.Dispose();
        }
    }

    private static int LaneOf(TopicPartition partition, int lanes) =>
        (int)(((uint)partition.Partition.Value + (uint)string.GetHashCode(partition.Topic, StringComparison.Ordinal)) % (uint)lanes);

    private ConsumeResult<string?, byte[]?>? Consume(TimeSpan patience)
    {
        try
        {
            var record = _consumer.Consume(patience);
            if (record is not null)
            {
                _complaint = null;
            }

            return record;
        }
        catch (ConsumeException exception) when (exception.Error.Code == ErrorCode.Local_AutoOffsetReset)
        {
            var place = exception.ConsumerRecord;
            _offsetGone = $"{place.Topic} partition {place.Partition.Value} stands still: the group's offset is gone.";
            _log.OffsetGone(place.Topic, place.Partition.Value, place.Offset.Value, _options.GroupId);
            return null;
        }
        catch (KafkaException exception)
        {
            throw new CommerceException(CommerceErrorKind.Unavailable, $"Messages cannot be taken from Kafka: {exception.Error.Reason}", exception);
        }
    }

    private void Take(ConsumeResult<string?, byte[]?> record, Dictionary<int, List<Record>> lanes, List<ConsumeResult<string?, byte[]?>> foreign)
    {
        if (!_agents.TryGetValue(record.Topic, out var agent))
        {
            foreign.Add(record);
            return;
        }

        var lane = LaneOf(record.TopicPartition, _transport.Lanes);
        var bytes = record.Message.Value?.Length ?? 0;
        var envelope = CloudEventHeaders.Read(record, _setup.Json);
        lock (_gate)
        {
            _bytes += bytes;
        }

        if (!lanes.TryGetValue(lane, out var records))
        {
            lanes[lane] = records = [];
        }

        records.Add(new Record(new Delivery(agent, record.Message.Key ?? "", envelope), record.TopicPartition, record.Offset.Value, bytes));
    }

    /// <summary>Stores messages of other systems for everyone who listens, then moves their offsets.</summary>
    private async Task TakeOverAsync(List<ConsumeResult<string?, byte[]?>> records)
    {
        try
        {
            await Task.WhenAll(records.Select(TakeOverAsync)).ConfigureAwait(false);
        }
        catch
        {
            // They come again: each partition goes back to the first of them.
            foreach (var first in records.GroupBy(static record => record.TopicPartition).Select(static group => group.First()))
            {
                _consumer.Seek(first.TopicPartitionOffset);
            }

            throw;
        }

        lock (_gate)
        {
            foreach (var last in records.GroupBy(static record => record.TopicPartition).Select(static group => group.Last()))
            {
                _next[last.TopicPartition] = last.Offset.Value + 1;
                Store(last.TopicPartition, last.Offset.Value + 1);
            }
        }
    }

    private Task TakeOverAsync(ConsumeResult<string?, byte[]?> record)
    {
        var envelope = CloudEventHeaders.Read(record, _setup.Json);
        return envelope.Message is UnreadableMessage unreadable
            ? SetAsideAsync(record, unreadable.Reason)
            : _setup.TakeOverAsync(envelope).AsTask();
    }

    private async Task SetAsideAsync(ConsumeResult<string?, byte[]?> record, string reason)
    {
        var topic = $"{record.Topic}.{_options.GroupId}.dlq";
        _log.Unreadable(record.Topic, record.Partition.Value, record.Offset.Value, topic, reason);
        var headers = record.Message.Headers ?? [];
        headers.Add("error", System.Text.Encoding.UTF8.GetBytes(reason));
        headers.Add("error_source", System.Text.Encoding.UTF8.GetBytes($"{record.Topic}/{record.Partition.Value}/{record.Offset.Value}"));
        await _deadLetters.Value.ProduceAsync(
            topic, new Message<string?, byte[]?> { Key = record.Message.Key, Value = record.Message.Value, Headers = headers }).ConfigureAwait(false);
    }

    private IEnumerable<TopicPartitionOffset> Assign(List<TopicPartition> partitions)
    {
        var committed = _consumer.Committed(partitions, QueryTime);
        lock (_gate)
        {
            _wasAssigned = true;
            foreach (var place in committed)
            {
                _next[place.TopicPartition] = place.Offset == Offset.Unset
                    ? _consumer.QueryWatermarkOffsets(place.TopicPartition, QueryTime).Low.Value
                    : place.Offset.Value;
            }

            _log.Assigned(_next.Count, string.Join(", ", _next.Keys.GroupBy(static place => place.Topic).Select(
                static group => $"{group.Key}[{string.Join(' ', group.Select(static place => place.Partition.Value).Order())}]")));
        }

        // A partition that this group never read begins with its first message: nothing that was sent is left out.
        return [.. committed.Select(static place => place.Offset == Offset.Unset ? new TopicPartitionOffset(place.TopicPartition, Offset.Beginning) : place)];
    }

    private void Revoke(List<TopicPartitionOffset> partitions)
    {
        var gone = partitions.ConvertAll(static place => place.TopicPartition).ToHashSet();
        _transport.Drop(gone);
        if (!SpinWait.SpinUntil(() => !_transport.IsHandling(gone), DrainTime))
        {
            _log.RevokedInHand(gone.Count, DrainTime.TotalSeconds);
        }

        List<TopicPartitionOffset> done;
        lock (_gate)
        {
            done = [.. gone.Where(_next.ContainsKey).Select(place => new TopicPartitionOffset(place, _next[place]))];
        }

        try
        {
            _consumer.Commit(done);
        }
        catch (KafkaException exception)
        {
            // The next owner gets some of them once more, and its store knows them.
            _log.Client(exception.Error.Reason);
        }

        Forget(gone);
    }

    private void Lose(List<TopicPartitionOffset> partitions)
    {
        var gone = partitions.ConvertAll(static place => place.TopicPartition).ToHashSet();
        _transport.Drop(gone);
        Forget(gone);
    }

    private void Forget(HashSet<TopicPartition> partitions)
    {
        lock (_gate)
        {
            foreach (var partition in partitions)
            {
                _next.Remove(partition);
                _paused.Remove(partition);
            }
        }
    }

    /// <summary>Pauses and resumes partitions: full lanes, too many bytes, paused agents, an outbox that does not empty.</summary>
    private void ApplyPauses()
    {
        for (var lane = 0; lane < _transport.Lanes; lane++)
        {
            var count = _transport.CountIn(lane);
            _ = count >= MaxInLane ? _fullLanes.Add(lane) : count <= MaxInLane / 2 && _fullLanes.Remove(lane);
        }

        List<TopicPartition> pause, resume;
        lock (_gate)
        {
            _isHeavy = _bytes > MaxBytes || (_isHeavy && _bytes > MaxBytes / 2);
            var wanted = _next.Keys.Where(Rests).ToHashSet();
            pause = [.. wanted.Except(_paused)];
            resume = [.. _paused.Except(wanted)];
            _paused.UnionWith(pause);
            _paused.ExceptWith(resume);
        }

        if (pause.Count > 0)
        {
            _consumer.Pause(pause);
        }

        if (resume.Count > 0)
        {
            _consumer.Resume(resume);
        }
    }

    private bool Rests(TopicPartition partition) => _rests || _isHeavy || _isOverfull
        || _fullLanes.Contains(LaneOf(partition, _transport.Lanes))
        || (_agents.TryGetValue(partition.Topic, out var agent) && _held.Contains(agent));

    private void Store(TopicPartition partition, long next)
    {
        try
        {
            _consumer.StoreOffset(new TopicPartitionOffset(partition, next));
        }
        catch (KafkaException exception) when (exception.Error.Code is ErrorCode.Local_State or ErrorCode.Local_UnknownPartition)
        {
            // The partition was given up meanwhile: its next owner gets this record once more, and its store knows it.
        }
    }

    private void Complain(Error error)
    {
        if (error.Code is ErrorCode.Local_AllBrokersDown || error.IsFatal)
        {
            _complaint = $"Kafka cannot be reached: {error.Reason}";
            _log.Client(error.Reason);
        }
    }
}
