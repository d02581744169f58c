using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Microsoft.Extensions.Logging;

namespace Commerce.Agents.Kafka;

/// <summary>Makes the clients of the brokers.</summary>
internal static class KafkaClients
{
    /// <summary>What a record has besides its content: key and headers.</summary>
    private const int MaxOverhead = 10_000;

    internal static ConsumerConfig ConsumerSettings(KafkaAgentsOptions options) => Common(
        new ConsumerConfig
        {
            GroupId = options.GroupId,
            EnableAutoOffsetStore = false,
            EnableAutoCommit = true,
            AutoCommitIntervalMs = 1_000,
            AutoOffsetReset = AutoOffsetReset.Error,
            PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
            // As long as a shard's lease: the partitions of a dead process move on with its shards.
            SessionTimeoutMs = 10_000,
            HeartbeatIntervalMs = 3_000,
            QueuedMaxMessagesKbytes = 8 * 1024,
            FetchWaitMaxMs = 100,
        },
        options);

    internal static ConsumerConfig ObserverSettings(KafkaAgentsOptions options)
    {
        var settings = Common(new ConsumerConfig { GroupId = options.GroupId, EnableAutoCommit = false }, options);

        // It is no member, whatever name the members have.
        settings.GroupInstanceId = null;
        return settings;
    }

    internal static ProducerConfig ProducerSettings(KafkaAgentsOptions options) => Common(
        new ProducerConfig
        {
            Acks = Acks.All,
            EnableIdempotence = true,
            EnableGaplessGuarantee = true,
            LingerMs = 2,
            MessageTimeoutMs = 30_000,
            MessageMaxBytes = options.MaxMessageBytes + MaxOverhead,
            Partitioner = Partitioner.Murmur2Random,
        },
        options);

    internal static AdminClientConfig AdminSettings(KafkaAgentsOptions options) => Common(new AdminClientConfig(), options);

    internal static IProducer<byte[]?, byte[]?> Producer(KafkaAgentsOptions options, ILogger log) =>
        new ProducerBuilder<byte[]?, byte[]?>(ProducerSettings(options))
            .SetLogHandler((_, message) => Forward(log, message))
            .SetErrorHandler(static (_, _) => { })
            .Build();

    internal static TopicSpecification Specification(string topic, KafkaAgentsOptions options) => new()
    {
        Name = topic,
        NumPartitions = options.Partitions,
        ReplicationFactor = (short)options.ReplicationFactor,
        Configs = new Dictionary<string, string>
        {
            ["min.insync.replicas"] = Math.Max(options.ReplicationFactor - 1, 1).ToString(CultureInfo.InvariantCulture),
            ["retention.ms"] = ((long)options.Retention.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            ["cleanup.policy"] = "delete",
            ["max.message.bytes"] = (options.MaxMessageBytes + MaxOverhead).ToString(CultureInfo.InvariantCulture),
        },
    };

    /// <summary>Passes on what the native client writes, for whoever looks at it; what matters has lines of ours.</summary>
    internal static void Forward(ILogger log, LogMessage message)
    {
        if (log.IsEnabled(LogLevel.Debug))
        {
            log.ClientTrace(message.Facility, message.Message);
        }
    }

    private static T Common<T>(T config, KafkaAgentsOptions options)
        where T : ClientConfig
    {
        config.BootstrapServers = options.BootstrapServers;
        config.ClientId = "commerce-agents";
        config.SocketNagleDisable = true;
        config.SocketKeepaliveEnable = true;
        options.ConfigureClient?.Invoke(config);
        return config;
    }
}
