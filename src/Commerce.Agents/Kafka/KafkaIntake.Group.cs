using Confluent.Kafka;

namespace Commerce.Agents.Kafka;

/// <content>Partitions come and go, offsets, brokers that do not answer.</content>
internal sealed partial class KafkaIntake
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ProbeTime = TimeSpan.FromMilliseconds(500);

    /// <summary>Begins with new partitions: at the group's offset, and at the first message where the group has none, so that nothing that was sent is left out.</summary>
    private List<TopicPartitionOffset> Assign(List<TopicPartition> places)
    {
        var committed = places.ConvertAll(static place => new TopicPartitionOffset(place, Offset.Unset));
        var isKnown = true;
        try
        {
            committed = _consumer.Committed(places, QueryTime);
        }
        catch (KafkaException)
        {
            // The client finds the offsets itself, later; where there is none, it says so and the partition begins with its first message.
            isKnown = false;
        }

        _isMember = true;
        lock (_gate)
        {
            foreach (var (place, offset) in committed.Select(static place => (place.TopicPartition, place.Offset)))
            {
                _assigned[place] = new AssignedPartition(
                    place, _agents.GetValueOrDefault(place.Topic), _transport.LaneOf(place), offset == Offset.Unset ? AssignedPartition.FromBeginning : offset.Value);
            }

            _log.Assigned(_assigned.Count, string.Join(", ", _assigned.Keys.GroupBy(static place => place.Topic).Select(
                static group => $"{group.Key}[{string.Join(' ', group.Select(static place => place.Partition.Value).Order())}]")));
        }

        return isKnown
            ? committed.ConvertAll(static place => place.Offset == Offset.Unset ? new TopicPartitionOffset(place.TopicPartition, Offset.Beginning) : place)
            : committed;
    }

    /// <summary>Gives partitions to others: what is in hand is finished first, and what is done is committed.</summary>
    private void Revoke(List<TopicPartition> places)
    {
        if (_isDisposed)
        {
            return;
        }

        var gone = Find(places);
        _transport.Drop(gone);
        if (!SpinWait.SpinUntil(() => _isClosed || _stopping.IsCancellationRequested || !_transport.IsHandling(gone), DrainTime))
        {
            _log.RevokedInHand(gone.Count, DrainTime.TotalSeconds);
        }

        List<TopicPartitionOffset> done;
        lock (_gate)
        {
            done = [.. gone.Where(static partition => partition.Next != AssignedPartition.FromBeginning)
                .Select(static partition => new TopicPartitionOffset(partition.Place, partition.Next))];
        }

        Forget(gone);
        try
        {
            if (gone.Where(static partition => partition.IsPaused).Select(static partition => partition.Place).ToList() is { Count: > 0 } paused)
            {
                _consumer.Resume(paused);
            }

            if (done.Count > 0)
            {
                _consumer.Commit(done);
            }
        }
        catch (KafkaException exception)
        {
            _log.NotCommitted(exception.Error.Reason);
        }
    }

    /// <summary>Somebody else has the partitions already: nothing may be committed.</summary>
    private void Lose(List<TopicPartition> places)
    {
        var gone = Find(places);
        Forget(gone);
        _transport.Drop(gone);
        _log.Lost(gone.Count);
    }

    private HashSet<AssignedPartition> Find(List<TopicPartition> places)
    {
        lock (_gate)
        {
            return [.. places.Select(place => _assigned.GetValueOrDefault(place)).OfType<AssignedPartition>()];
        }
    }

    private void Forget(HashSet<AssignedPartition> partitions)
    {
        lock (_gate)
        {
            foreach (var partition in partitions)
            {
                partition.IsGone = true;
                _assigned.Remove(partition.Place);
            }
        }
    }

    private void Store(AssignedPartition partition)
    {
        try
        {
            _consumer.StoreOffset(new TopicPartitionOffset(partition.Place, partition.Next));
            partition.Stored = partition.Next;
        }
        catch (KafkaException exception) when (exception.Error.Code is ErrorCode.Local_State or ErrorCode.Local_UnknownPartition)
        {
            // The partition was given up meanwhile: its next owner gets this record once more, and its store knows it.
        }
        catch (ObjectDisposedException)
        {
            // As well.
        }
    }

    private void Committed(CommittedOffsets committed)
    {
        if (!committed.Error.IsError && committed.Offsets.Any(static place => !place.Error.IsError))
        {
            Interlocked.Increment(ref _commits);
        }
    }

    /// <summary>The client has no offset to go on from. A group that never committed begins with the first message; else a person must decide.</summary>
    private void StandStill(TopicPartition place, string reason)
    {
        AssignedPartition? partition;
        lock (_gate)
        {
            partition = _assigned.GetValueOrDefault(place);
        }

        if (partition is null)
        {
            return;
        }

        try
        {
            if (partition.Next == AssignedPartition.FromBeginning && _consumer.Committed([place], QueryTime)[0].Offset == Offset.Unset)
            {
                _consumer.Seek(new TopicPartitionOffset(place, Offset.Beginning));
                return;
            }
        }
        catch (KafkaException)
        {
            // Then a person must.
        }

        lock (_gate)
        {
            partition.Complaint = $"{place.Topic} partition {place.Partition.Value} stands still: the offset of group {_options.GroupId} is not there any more.";
        }

        _log.OffsetGone(place.Topic, place.Partition.Value, _options.GroupId, reason);
    }

    private void Away(Error error)
    {
        if (error.Code is not ErrorCode.Local_AllBrokersDown and not ErrorCode.Local_Authentication && !error.IsFatal)
        {
            return;
        }

        _away = $"Kafka does not answer: {error.Reason}";
        if (error.IsFatal)
        {
            TellAway(error.Reason);
        }
    }

    /// <summary>Asks the brokers whether they answer. An error that was on its way when they came back is no news: only what a question confirms is told.</summary>
    private void Probe()
    {
        try
        {
            _ = Ends([_places[0]], ProbeTime);
            _away = null;
            if (_isAwayTold)
            {
                _isAwayTold = false;
                _log.Back();
            }
        }
        catch (KafkaException exception)
        {
            TellAway(exception.Error.Reason);
        }
    }

    private void TellAway(string reason)
    {
        if (!_isAwayTold)
        {
            _isAwayTold = true;
            _log.Away(_options.BootstrapServers, reason);
        }
    }

    private long Waiting(TopicPartition place, long end, long next) => end == 0 ? 0
        : next == AssignedPartition.FromBeginning ? end - _observer.Value.QueryWatermarkOffsets(place, QueryTime).Low.Value
        : Math.Max(end - next, 0);

    /// <summary>Asks for the ends of all partitions at once: the time -1 stands for the end.</summary>
    private Dictionary<TopicPartition, long> Ends(TopicPartition[] places, TimeSpan? patience = null)
    {
        var found = _observer.Value.OffsetsForTimes(
            places.Select(static place => new TopicPartitionTimestamp(place, new Timestamp(Offset.End.Value, TimestampType.CreateTime))), patience ?? QueryTime);
        return found.ToDictionary(static place => place.TopicPartition, static place => place.Offset.Value);
    }
}
