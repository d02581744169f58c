using System.Text;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Commerce.Agents.Kafka;

/// <summary>Carries messages over Kafka: a topic for each agent, keyed by the agent's own key, so that each key's order holds.</summary>
internal sealed class KafkaTransport : IAgentTransport, IDisposable
{
    private readonly KafkaAgentsOptions _options;
    private readonly ILogger _log;
    private Lane<Record>[] _lanes = [];
    private Dictionary<string, int> _partitions = [];
    private IReadOnlySet<string> _held = new HashSet<string>();
    private KafkaIntake? _intake;
    private KafkaRelay? _relay;
    private long _pending;

    public KafkaTransport(IOptions<KafkaAgentsOptions> options, ILogger<KafkaTransport> log)
    {
        _options = options.Value;
        _log = log;
    }

    public int Lanes => _options.Lanes;

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

        var agents = setup.Agents.ToDictionary(TopicOf, StringComparer.Ordinal);
        string[] own = [.. agents.Keys, .. setup.Topics.Select(Checked)];
        _partitions = await KafkaTopics.PrepareAsync(_options, _log, own, cancellationToken).ConfigureAwait(false);
        Dispose();
        _lanes = [.. Enumerable.Range(0, Lanes).Select(static _ => new Lane<Record>())];
        Interlocked.Exchange(ref _pending, 0);
        _intake = new KafkaIntake(_options, _log, setup, this, agents, _partitions, _held);
        _relay = new KafkaRelay(_options, _log, setup, store, TopicOf, _intake.SetOverfull);
        Hold(_held);
        setup.StartLoop("relay", _relay.PassAsync);
        setup.StartLoop("intake", _intake.PassAsync);
    }

    public ValueTask PauseAsync()
    {
        _intake?.Rest();

        // What nobody has begun with comes again, to whoever has the partition next.
        Drop(static _ => true);
        return ValueTask.CompletedTask;
    }

    public async ValueTask StopAsync()
    {
        if (_intake is { } intake)
        {
            await intake.CloseAsync().ConfigureAwait(false);
        }

        _relay?.Close();
    }

    public void Send(IReadOnlyList<Delivery> deliveries) => _relay?.Signal();

    public void Hold(IReadOnlySet<string> agents)
    {
        _held = agents;
        _intake?.Hold(agents);
        foreach (var lane in _lanes)
        {
            lane.Hold(record => agents.Contains(record.Delivery.Agent));
        }
    }

    /// <summary>Looks in the lane in which the key's messages arrive, if they do so here.</summary>
    public void LookAtParked(string agent, string key)
    {
        var topic = TopicOf(agent);
        Add(LaneOf(new TopicPartition(topic, StableHash.PartitionOf(key, _partitions[topic]))), [new Record(new Delivery(agent, key, null))]);
    }

    public ValueTask ReceiveAsync(int lane, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken) =>
        _lanes[lane].TakeAsync(max, record => buffer.Add(record.Delivery), cancellationToken);

    public void Acknowledge(int lane, int count)
    {
        var done = new List<Record>(count);
        _lanes[lane].Acknowledge(count, done.Add);
        _intake!.Done(done);
        Interlocked.Add(ref _pending, -count);
    }

    public ValueTask<long> CountWaitingAsync() => _intake is { } intake
        ? new ValueTask<long>(Task.Factory.StartNew(intake.CountWaiting, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
        : ValueTask.FromResult(0L);

    public void Dispose()
    {
        _intake?.Dispose();
        _relay?.Dispose();
    }

    internal int CountIn(int lane) => _lanes[lane].Count;

    internal int LaneOf(TopicPartition place) =>
        (int)((StableHash.Murmur2(Encoding.UTF8.GetBytes(place.Topic)) + (uint)place.Partition.Value) % (uint)Lanes);

    internal void Add(int lane, IReadOnlyList<Record> records)
    {
        Interlocked.Add(ref _pending, records.Count);
        _lanes[lane].Add(records);
    }

    /// <summary>Takes what waits of some partitions out of the lanes.</summary>
    internal void Drop(IReadOnlySet<AssignedPartition> partitions) => Drop(record => record.Partition is not null && partitions.Contains(record.Partition));

    internal bool IsHandling(IReadOnlySet<AssignedPartition> partitions) => Array.Exists(
        _lanes, lane => lane.IsHandling(record => record.Partition is not null && partitions.Contains(record.Partition)));

    private void Drop(Func<Record, bool> isGone)
    {
        foreach (var lane in _lanes)
        {
            var bytes = 0L;
            var count = lane.Remove(record =>
            {
                var goes = isGone(record);
                bytes += goes ? record.Bytes : 0;
                return goes;
            });
            _intake?.Dropped(bytes);
            Interlocked.Add(ref _pending, -count);
        }
    }

    private string TopicOf(string agent) => Checked(_options.TopicPrefix + agent);

    private static string Checked(string topic) => topic.Length <= 200 && topic.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        ? topic
        : throw new CommerceException(CommerceErrorKind.Invalid, $"\"{topic}\" cannot be a topic: a name has 1 to 200 letters, digits, '.', '_' and '-'.");
}
