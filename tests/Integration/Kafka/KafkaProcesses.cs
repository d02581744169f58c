using System.Diagnostics;
using System.Text;
using Commerce.Agents;
using Commerce.Agents.Storage;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Commerce.Tests.Support;
using Confluent.Kafka;
using Microsoft.Extensions.Hosting;

namespace Commerce.Integration.Kafka;

/// <summary>Hosts on one memory and one mock cluster, in real time; and another system that reads and writes the topics.</summary>
internal sealed class KafkaProcesses : IAsyncDisposable
{
    private readonly Hosts _hosts = new();
    private readonly Lazy<IProducer<byte[]?, byte[]?>> _other;

    public KafkaProcesses()
    {
        Kafka = KafkaMock.Start();
        Store = new MemoryAgentStore(TimeProvider.System);
        _other = new Lazy<IProducer<byte[]?, byte[]?>>(() => new ProducerBuilder<byte[]?, byte[]?>(
            new ProducerConfig { BootstrapServers = Kafka.BootstrapServers, Partitioner = Partitioner.Murmur2Random }).Build());
    }

    public KafkaMock Kafka { get; }

    public MemoryAgentStore Store { get; }

    public OutsideWorld World => _hosts.World;

    public LogLines Log => _hosts.Log;

    public Task<IHost> StartAsync(Action<AgentsBuilder>? agents = null, Action<KafkaAgentsOptions>? options = null) => _hosts.StartAsync(all =>
    {
        (agents ?? PostgreSql.Processes.Sums)(all);
        all.UseStore(_ => Store);
        all.UseKafka(kafka =>
        {
            KafkaTests.Configure(kafka, Kafka);
            options?.Invoke(kafka);
        });
    });

    /// <summary>Writes a record as another system would.</summary>
    public async Task WriteAsync(string topic, string? key, string value, params (string Name, string Value)[] headers)
    {
        var message = new Message<byte[]?, byte[]?>
        {
            Key = key is null ? null : Encoding.UTF8.GetBytes(key),
            Value = Encoding.UTF8.GetBytes(value),
            Headers = [],
        };
        foreach (var (name, text) in headers)
        {
            message.Headers.Add(name, Encoding.UTF8.GetBytes(text));
        }

        await _other.Value.ProduceAsync(topic, message);
    }

    /// <summary>Reads a topic's first records as another system would.</summary>
    public List<ConsumeResult<byte[]?, byte[]?>> Read(string topic, int count)
    {
        using var consumer = new ConsumerBuilder<byte[]?, byte[]?>(
            new ConsumerConfig { BootstrapServers = Kafka.BootstrapServers, GroupId = "reader", EnableAutoCommit = false, FetchWaitMaxMs = 20 }).Build();
        consumer.Assign(Enumerable.Range(0, 4).Select(partition => new TopicPartitionOffset(topic, partition, Offset.Beginning)));
        var records = new List<ConsumeResult<byte[]?, byte[]?>>();
        while (records.Count < count)
        {
            records.Add(consumer.Consume(TimeSpan.FromSeconds(30)) ?? throw new TimeoutException($"{topic} has {records.Count} records, not {count}."));
        }

        return records;
    }

    /// <summary>Asks what the group has committed of a topic, in all.</summary>
    public long Committed(string topic)
    {
        using var consumer = GroupMember();
        return consumer.Committed(Partitions(topic), TimeSpan.FromSeconds(10)).Sum(static place => Math.Max(place.Offset.Value, 0));
    }

    /// <summary>Sets the group's offset in all partitions of a topic.</summary>
    public void Commit(string topic, long offset)
    {
        KafkaTests.MakeTopics(Kafka, topic);
        using var consumer = GroupMember();
        consumer.Commit(Partitions(topic).Select(place => new TopicPartitionOffset(place, offset)));
    }

    public static Task WaitForAsync(Func<Task<bool>> condition, string what) => PostgreSql.Processes.WaitForAsync(condition, what);

    public async Task<T?> FindAsync<T>(string agent, string key)
        where T : class, new() => (T?)await Store.FindStateAsync(agent, key);

    public async ValueTask DisposeAsync()
    {
        await _hosts.DisposeAsync();
        if (_other.IsValueCreated)
        {
            _other.Value.Dispose();
        }

        Kafka.Dispose();
    }

    private static IEnumerable<TopicPartition> Partitions(string topic) => Enumerable.Range(0, 4).Select(partition => new TopicPartition(topic, partition));

    private IConsumer<byte[]?, byte[]?> GroupMember() => new ConsumerBuilder<byte[]?, byte[]?>(
        new ConsumerConfig { BootstrapServers = Kafka.BootstrapServers, GroupId = "commerce-agents", EnableAutoCommit = false }).Build();
}
