namespace Commerce.Agents.Transport;

/// <summary>Partitions in memory. What was not acknowledged comes again after <see cref="Rewind"/>, as from a broker.</summary>
public sealed class MemoryAgentTransport : IAgentTransport
{
    private readonly Partition[] _partitions;
    private long _pending;

    /// <summary>Creates a transport.</summary>
    /// <param name="partitions">The number of partitions: 1 to 256.</param>
    public MemoryAgentTransport(int partitions = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partitions, 256);
        _partitions = [.. Enumerable.Range(0, partitions).Select(static _ => new Partition())];
    }

    /// <inheritdoc/>
    public int PartitionCount => _partitions.Length;

    /// <inheritdoc/>
    public long Pending => Interlocked.Read(ref _pending);

    /// <inheritdoc/>
    public ValueTask SendAsync(int partition, IReadOnlyList<Delivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        Interlocked.Add(ref _pending, deliveries.Count);
        var target = _partitions[partition];
        TaskCompletionSource? waiting;
        lock (target.Gate)
        {
            foreach (var delivery in deliveries)
            {
                target.Queue.Enqueue(delivery);
            }

            waiting = target.Waiting;
            target.Waiting = null;
        }

        waiting?.TrySetResult();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask ReceiveAsync(int partition, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var source = _partitions[partition];
        while (true)
        {
            Task wait;
            lock (source.Gate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                while (buffer.Count < max && source.Queue.TryDequeue(out var delivery))
                {
                    source.Taken.Enqueue(delivery);
                    buffer.Add(delivery);
                }

                if (buffer.Count > 0)
                {
                    return;
                }

                source.Waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = source.Waiting.Task;
            }

            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Acknowledge(int partition, int count)
    {
        var source = _partitions[partition];
        lock (source.Gate)
        {
            for (var i = 0; i < count; i++)
            {
                source.Taken.Dequeue();
            }
        }

        Interlocked.Add(ref _pending, -count);
    }

    /// <inheritdoc/>
    public void Rewind()
    {
        foreach (var partition in _partitions)
        {
            lock (partition.Gate)
            {
                var rest = partition.Queue.ToArray();
                partition.Queue.Clear();
                while (partition.Taken.TryDequeue(out var delivery))
                {
                    partition.Queue.Enqueue(delivery);
                }

                foreach (var delivery in rest)
                {
                    partition.Queue.Enqueue(delivery);
                }

                partition.Waiting?.TrySetResult();
                partition.Waiting = null;
            }
        }
    }

    private sealed class Partition
    {
        public Lock Gate { get; } = new();

        public Queue<Delivery> Queue { get; } = new();

        public Queue<Delivery> Taken { get; } = new();

        public TaskCompletionSource? Waiting { get; set; }
    }
}
