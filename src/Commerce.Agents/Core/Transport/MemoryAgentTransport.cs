using Commerce.Agents.Storage;

namespace Commerce.Agents.Transport;

/// <summary>Lanes in memory. What was not acknowledged comes again at the next start, as from a broker.</summary>
public sealed class MemoryAgentTransport : IAgentTransport
{
    private readonly Lane<Delivery>[] _lanes;
    private long _pending;

    /// <summary>Creates a transport.</summary>
    /// <param name="lanes">The number of lanes: 1 to 256.</param>
    public MemoryAgentTransport(int lanes = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lanes, 256);
        _lanes = [.. Enumerable.Range(0, lanes).Select(static _ => new Lane<Delivery>())];
    }

    /// <inheritdoc/>
    public int Lanes => _lanes.Length;

    /// <inheritdoc/>
    public long Pending => Interlocked.Read(ref _pending);

    /// <inheritdoc/>
    public bool ReadsOutbox => false;

    /// <inheritdoc/>
    public bool CarriesTopics => false;

    /// <inheritdoc/>
    public string? Complaint => null;

    /// <inheritdoc/>
    public ValueTask StartAsync(AgentsSetup setup, IAgentStore store, CancellationToken cancellationToken)
    {
        foreach (var lane in _lanes)
        {
            lane.Rewind();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask PauseAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask StopAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public void Send(IReadOnlyList<Delivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        Interlocked.Add(ref _pending, deliveries.Count);
        if (deliveries.Count == 1)
        {
            _lanes[LaneOf(deliveries[0])].Add(deliveries);
            return;
        }

        foreach (var group in deliveries.GroupBy(LaneOf))
        {
            _lanes[group.Key].Add(group);
        }
    }

    /// <inheritdoc/>
    public void Hold(IReadOnlySet<string> agents)
    {
        foreach (var lane in _lanes)
        {
            lane.Hold(delivery => agents.Contains(delivery.Agent));
        }
    }

    /// <inheritdoc/>
    public void LookAtParked(string agent, string key) => Send([new Delivery(agent, key, null)]);

    /// <inheritdoc/>
    public ValueTask ReceiveAsync(int lane, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return _lanes[lane].TakeAsync(max, buffer.Add, cancellationToken);
    }

    /// <inheritdoc/>
    public void Acknowledge(int lane, int count)
    {
        _lanes[lane].Acknowledge(count);
        Interlocked.Add(ref _pending, -count);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountWaitingAsync() => ValueTask.FromResult(0L);

    private int LaneOf(Delivery delivery) => (int)(Shards.Hash(delivery.Agent, delivery.Key) % (ulong)_lanes.Length);
}
