using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

/// <summary>Takes records from the brokers into lanes. One loop polls; a partition's offset moves only over what the store has.</summary>
internal sealed partial class KafkaIntake : IDisposable
{
    internal const int MaxInLane = 1_024;
    internal const int MaxBytes = 8 * 1024 * 1024;

    private const int MaxRecords = 1_000;
    private const int MaxPassBytes = 1024 * 1024;

    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ShortPollTime = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan QueryTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(5);

    private readonly KafkaAgentsOptions _options;
    private readonly ILogger _log;
    private readonly AgentsSetup _setup;
    private readonly KafkaTransport _transport;
    private readonly Dictionary<string, string> _agents;
    private readonly IConsumer<byte[]?, byte[]?> _consumer;

    /// <summary>Asks for offsets and joins no group: the other one's questions wait while its group divides partitions anew.</summary>
    private readonly Lazy<IConsumer<byte[]?, byte[]?>> _observer;
    private readonly ForeignRecords _foreign;
    private readonly BlockingThread _thread = new("Commerce.Agents.Kafka");
    private readonly Lock _gate = new();
    private readonly Dictionary<TopicPartition, AssignedPartition> _assigned = [];
    private readonly TopicPartition[] _places;
    private readonly HashSet<int> _fullLanes = [];
    private readonly List<ConsumeResult<byte[]?, byte[]?>> _taken = [];
    private IReadOnlySet<string> _held;
    private Task _closing = Task.CompletedTask;
    private CancellationToken _stopping;
    private long _bytes;
    private long _commits;
    private long _seenCommits;
    private bool _isHeavy;
    private bool _rests;
    private bool _isAwayTold;
    private bool _isOverfullTold;
    private volatile string? _overfullReason;
    private volatile bool _isMember;
    private volatile bool _isClosed;
    private volatile bool _isDisposed;
    private volatile string? _away;

    internal KafkaIntake(
        KafkaAgentsOptions options,
        ILogger log,
        AgentsSetup setup,
        KafkaTransport transport,
        Dictionary<string, string> agents,
        IReadOnlyDictionary<string, int> partitions,
        IReadOnlySet<string> held)
    {
        _options = options;
        _log = log;
        _setup = setup;
        _transport = transport;
        _agents = agents;
        _held = held;
        string[] topics = [.. agents.Keys.Concat(options.Subscriptions).Distinct(StringComparer.Ordinal)];
        _places = [.. topics.SelectMany(topic => Enumerable.Range(0, partitions[topic]).Select(partition => new TopicPartition(topic, partition)))];
        _foreign = new ForeignRecords(options, log, setup);
        _consumer = new ConsumerBuilder<byte[]?, byte[]?>(KafkaClients.ConsumerSettings(options))
            .SetPartitionsAssignedHandler((_, places) => Assign(places))
            .SetPartitionsRevokedHandler((_, places) => Revoke(places.ConvertAll(static place => place.TopicPartition)))
            .SetPartitionsLostHandler((_, places) => Lose(places.ConvertAll(static place => place.TopicPartition)))
            .SetOffsetsCommittedHandler((_, committed) => Committed(committed))
            .SetErrorHandler((_, error) => Away(error))
            .SetLogHandler((_, message) => KafkaClients.Forward(log, message))
            .Build();
        _observer = new Lazy<IConsumer<byte[]?, byte[]?>>(() => new ConsumerBuilder<byte[]?, byte[]?>(KafkaClients.ObserverSettings(options))
            .SetErrorHandler(static (_, _) => { })
            .SetLogHandler((_, message) => KafkaClients.Forward(log, message))
            .Build());
        _consumer.Subscribe(topics);
    }

    internal string? Complaint
    {
        get
        {
            lock (_gate)
            {
                return _away
                    ?? (_isMember ? null : $"The group {_options.GroupId} has not given this process its partitions yet.")
                    ?? _assigned.Values.FirstOrDefault(static partition => partition.Complaint is not null)?.Complaint ?? _foreign.Complaint;
            }
        }
    }

    /// <summary>Takes nothing while the outbox is overfull, for this reason.</summary>
    internal void SetOverfull(string? reason) => _overfullReason = reason;

    /// <summary>Puts nothing into lanes any more.</summary>
    internal void Rest()
    {
        lock (_gate)
        {
            _rests = true;
        }
    }

    internal void Hold(IReadOnlySet<string> agents)
    {
        lock (_gate)
        {
            _held = agents;
        }
    }

    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        _stopping = cancellationToken;
        if (IsResting())
        {
            await Task.Delay(PollTime, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return;
        }

        await _thread.RunAsync(Take).ConfigureAwait(false);
        await TakeOverAsync().ConfigureAwait(false);
        if (_away is not null)
        {
            await _thread.RunAsync(Probe).ConfigureAwait(false);
        }

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
                if (record.Partition is { IsGone: false } partition)
                {
                    partition.Next = record.Offset + 1;
                }
            }

            foreach (var record in records)
            {
                if (record.Partition is { IsGone: false } partition && partition.Stored != partition.Next)
                {
                    Store(partition);
                }
            }
        }
    }

    /// <summary>Is told that so much was dropped from the lanes.</summary>
    internal void Dropped(long bytes)
    {
        lock (_gate)
        {
            _bytes -= bytes;
        }
    }

    /// <summary>Counts what the group has not handled: of this process's partitions by what is done here, of others' by what was committed.</summary>
    internal long CountWaiting()
    {
        if (_isClosed)
        {
            return 0;
        }

        try
        {
            // The ends first: what is done while they are asked for can only make the answer smaller than it was.
            var ends = Ends(_places);
            Dictionary<TopicPartition, long> next;
            lock (_gate)
            {
                next = _assigned.Values.ToDictionary(static partition => partition.Place, static partition => partition.Next);
            }

            if (_places.Where(place => !next.ContainsKey(place)).ToList() is { Count: > 0 } others)
            {
                foreach (var place in _observer.Value.Committed(others, QueryTime))
                {
                    next[place.TopicPartition] = place.Offset == Offset.Unset ? AssignedPartition.FromBeginning : place.Offset.Value;
                }
            }

            return _places.Sum(place => Waiting(place, ends[place], next[place]));
        }
        catch (Exception exception) when (exception is KafkaException or ObjectDisposedException)
        {
            // Nobody knows what waits, so it is not nothing.
            return 1;
        }
    }

    /// <summary>Gives the partitions up, which commits what is done, and leaves the group. Brokers that do not answer are not waited for long.</summary>
    internal async Task CloseAsync()
    {
        _isClosed = true;
        _closing = _thread.RunAsync(_consumer.Close);
        try
        {
            await _closing.WaitAsync(CloseTime, TimeProvider.System).ConfigureAwait(false);
        }
        catch (KafkaException exception)
        {
            _log.NotCommitted(exception.Error.Reason);
        }
        catch (TimeoutException)
        {
            _log.NotCommitted($"the group has not answered for {CloseTime.TotalSeconds:F0} s");
        }
    }

    public void Dispose()
    {
        // Without Close this is a crash: nothing is committed, and the group finds out by itself.
        _isDisposed = _isClosed = true;

        // A client that is still closing must not be freed before.
        if (_closing.IsCompleted)
        {
            Free();
        }
        else
        {
            _closing.ContinueWith(_ => Free(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Free()
    {
        _consumer.Dispose();
        if (_observer.IsValueCreated)
        {
            _observer.Value.Dispose();
        }

        _foreign.Dispose();
        _thread.Dispose();
    }

    private bool IsResting()
    {
        lock (_gate)
        {
            return _rests;
        }
    }

    private void Take()
    {
        var isAnyPaused = ApplyPauses();
        _taken.Clear();
        try
        {
            Poll(isAnyPaused ? ShortPollTime : PollTime);
        }
        finally
        {
            // What was taken before an error is taken all the same: nobody gives it again.
            Distribute();
        }
    }

    private void Poll(TimeSpan patience)
    {
        var bytes = 0;
        while (_taken.Count < MaxRecords && bytes < MaxPassBytes)
        {
            try
            {
                if (_consumer.Consume(_taken.Count == 0 ? patience : TimeSpan.Zero) is not { } record)
                {
                    return;
                }

                _taken.Add(record);
                bytes += record.Message.Value?.Length ?? 0;
            }
            catch (ConsumeException exception) when (exception.Error.Code == ErrorCode.Local_AutoOffsetReset)
            {
                StandStill(exception.ConsumerRecord.TopicPartition, exception.Error.Reason);
            }
            catch (KafkaException exception)
            {
                throw new CommerceException(CommerceErrorKind.Unavailable, $"Messages cannot be taken from Kafka: {exception.Error.Reason}", exception);
            }
        }
    }

    /// <summary>Puts what was taken for agents into their lanes.</summary>
    private void Distribute()
    {
        var lanes = new Dictionary<int, List<Record>>();
        foreach (var taken in _taken)
        {
            // A partition that was given up meanwhile has its records elsewhere now.
            if (!_assigned.TryGetValue(taken.TopicPartition, out var partition) || partition.Agent is null)
            {
                continue;
            }

            if (!lanes.TryGetValue(partition.Lane, out var records))
            {
                lanes[partition.Lane] = records = [];
            }

            var (key, envelope) = CloudEventHeaders.Read(taken, _setup.Json);
            records.Add(new Record(new Delivery(partition.Agent, key, envelope), partition, taken.Offset.Value, taken.Message.Value?.Length ?? 0));
        }

        lock (_gate)
        {
            if (_rests)
            {
                return;
            }

            foreach (var (lane, records) in lanes)
            {
                _bytes += records.Sum(static record => (long)record.Bytes);
                _transport.Add(lane, records);
            }
        }
    }

    /// <summary>Stores messages of other systems for everyone who listens, then moves their offsets. What fails stays at hand for the next pass.</summary>
    private async Task TakeOverAsync()
    {
        foreach (var taken in _taken)
        {
            if (_assigned.GetValueOrDefault(taken.TopicPartition) is { Agent: null } partition)
            {
                partition.Backlog.Add(taken);
            }
        }

        if (_options.Subscriptions.Count == 0 || _foreign.IsWaiting)
        {
            return;
        }

        foreach (var partition in _assigned.Values.Where(static partition => partition.Backlog.Count > 0))
        {
            if (!await _foreign.TakeOverAsync(partition.Backlog).ConfigureAwait(false))
            {
                return;
            }

            lock (_gate)
            {
                partition.Next = partition.Backlog[^1].Offset.Value + 1;
                Store(partition);
            }

            partition.Backlog.Clear();
        }
    }

    /// <summary>Pauses and resumes partitions: full lanes, too many bytes, paused agents, an outbox that does not empty, a store that takes nothing.</summary>
    /// <returns>Whether any is paused.</returns>
    private bool ApplyPauses()
    {
        var overfullReason = _overfullReason;
        for (var lane = 0; lane < _transport.Lanes; lane++)
        {
            var count = _transport.CountIn(lane);
            _ = count >= MaxInLane ? _fullLanes.Add(lane) : count <= MaxInLane / 2 && _fullLanes.Remove(lane);
        }

        List<AssignedPartition> pause, resume;
        bool isAnyPaused;
        lock (_gate)
        {
            _isHeavy = _bytes > MaxBytes || (_isHeavy && _bytes > MaxBytes / 2);
            pause = [.. _assigned.Values.Where(partition => !partition.IsPaused && Waits(partition))];
            resume = [.. _assigned.Values.Where(partition => partition.IsPaused && !Waits(partition))];
            pause.ForEach(static partition => partition.IsPaused = true);
            resume.ForEach(static partition => partition.IsPaused = false);
            isAnyPaused = _assigned.Values.Any(static partition => partition.IsPaused);
        }

        if (pause.Count > 0)
        {
            _consumer.Pause(pause.Select(static partition => partition.Place));
        }

        if (resume.Count > 0)
        {
            _consumer.Resume(resume.Select(static partition => partition.Place));
        }

        TellOverfull(overfullReason);
        return isAnyPaused;
    }

    private void TellOverfull(string? reason)
    {
        if (_isOverfullTold == reason is not null)
        {
            return;
        }

        _isOverfullTold = reason is not null;
        if (reason is not null)
        {
            _log.IntakePaused(reason);
        }
        else
        {
            _log.IntakeResumed();
        }
    }

    private bool Waits(AssignedPartition partition) => _isHeavy || _overfullReason is not null || (partition.Agent is { } agent
        ? _held.Contains(agent) || _fullLanes.Contains(partition.Lane)
        : partition.Backlog.Count > 0);
}
