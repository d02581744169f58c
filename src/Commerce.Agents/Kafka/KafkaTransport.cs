using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Kafka;

/// <summary>Carries messages over Kafka: a topic for each agent, keyed by the agent's own key, so that each key's order holds.</summary>
internal sealed class KafkaTransport : IAgentTransport, IDisposable
{
    private readonly KafkaAgentsOptions _options;
    private readonly ILogger _log;
    private readonly Lane<Record>[] _lanes;
    private KafkaIntake? _intake;
    private KafkaRelay? _relay;
    private long _pending;

    public KafkaTransport(IOptions<KafkaAgentsOptions> options, ILogger<KafkaTransport> log)
    {
        _options = options.Value;
        _log = log;
        _lanes = [.. Enumerable.Range(0, _options.Lanes).Select(static _ => new Lane<Record>())];
    }

    public int Lanes => _lanes.Length;

    public long Pending => Interlocked.Read(ref _pending);

    public bool ReadsOutbox => true;

    public bool CarriesTopics => true;

    public string? Complaint => _relay?.Complaint ?? _intake?.Complaint;

    public async ValueTask StartAsync(AgentsSetup setup, IAgentStore store, CancellationToken cancellationToken)
    {
        if (store.InboxRetention is { } remembered && _options.CreateTopics && _options.Retention > remembered)
        {
            throw new CommerceException(
                CommerceErrorKind.Invalid,
                $"Topics would keep messages for {_options.Retention} and the store remembers what was handled for {remembered}: an older message would be handled again. Lower {nameof(KafkaAgentsOptions.Retention)}.")
            {
                Field = nameof(KafkaAgentsOptions.Retention),
            };
        }

        var topics = setup.Agents.ToDictionary(TopicOf, StringComparer.Ordinal);
        await KafkaClients.PrepareTopicsAsync(_options, [.. topics.Keys, .. setup.Topics, .. _options.Subscriptions]).ConfigureAwait(false);
        _relay = new KafkaRelay(_options, _log, setup, store, TopicOf);
        _intake = new KafkaIntake(_options, _log, setup, this, topics);
        _relay.Overfull = _intake.SetOverfull;
        setup.StartLoop("relay", _relay.PassAsync);
        setup.StartLoop("intake", _intake.PassAsync);
    }

    public ValueTask PauseAsync()
    {
        _intake?.Rest();
        foreach (var lane in _lanes)
        {
            // What nobody has begun with comes again, to whoever has the partition next.
            Interlocked.Add(ref _pending, -lane.Remove(static _ => true));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask StopAsync()
    {
        _intake?.Close();
        _relay?.Close();
        return ValueTask.CompletedTask;
    }

    public void Send(IReadOnlyList<Delivery> deliveries) => _relay?.Signal();

    public void Hold(IReadOnlySet<string> agents)
    {
        _intake!.Hold(agents);
        foreach (var lane in _lanes)
        {
            lane.Hold(record => agents.Contains(record.Delivery.Agent));
        }
    }

    public void LookAtParked(string agent, string key) => Add(
        (int)((uint)HashCode.Combine(agent, key) % (uint)_lanes.Length), [new Record(new Delivery(agent, key, null), null, 0)]);

    public ValueTask ReceiveAsync(int lane, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken) =>
        _lanes[lane].TakeAsync(max, record => buffer.Add(record.Delivery), cancellationToken);

    public void Acknowledge(int lane, int count)
    {
        var done = new List<Record>(count);
        _lanes[lane].Acknowledge(count, done.Add);
        Interlocked.Add(ref _pending, -count);
        _intake!.Done(done);
    }

    public ValueTask<long> CountWaitingAsync() => ValueTask.FromResult(_intake?.CountWaiting() ?? 0);

    public void Dispose()
    {
        _intake?.Dispose();
        _relay?.Dispose();
    }

    internal int CountIn(int lane) => _lanes[lane].Count;

    internal void Add(int lane, IReadOnlyList<Record> records)
    {
        Interlocked.Add(ref _pending, records.Count);
        _lanes[lane].Add(records);
    }

    /// <summary>Takes what waits of some partitions out of the lanes.</summary>
    internal void Drop(IReadOnlySet<Confluent.Kafka.TopicPartition> partitions)
    {
        foreach (var lane in _lanes)
        {
            Interlocked.Add(ref _pending, -lane.Remove(record => record.Partition is not null && partitions.Contains(record.Partition)));
        }
    }

    internal bool IsHandling(IReadOnlySet<Confluent.Kafka.TopicPartition> partitions) => Array.Exists(
        _lanes, lane => lane.IsHandling(record => record.Partition is not null && partitions.Contains(record.Partition)));

    private string TopicOf(string agent) => agent.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        ? _options.TopicPrefix + agent
        : throw new CommerceException(CommerceErrorKind.Invalid, $"The agent \"{agent}\" cannot have a topic: use letters, digits, '.', '_' and '-' in its name.");
}
