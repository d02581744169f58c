using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Commerce.Agents.Kafka;

/// <summary>Makes clients of the brokers, and the topics.</summary>
internal static class KafkaClients
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static ConsumerConfig Consumer(KafkaAgentsOptions options)
    {
        var config = new ConsumerConfig
        {
            GroupId = options.GroupId,
            EnableAutoOffsetStore = false,
            EnableAutoCommit = true,
            AutoCommitIntervalMs = 1_000,
            AutoOffsetReset = AutoOffsetReset.Error,
            PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
            QueuedMaxMessagesKbytes = 8 * 1024,
            FetchWaitMaxMs = 100,
        };
        return Common(config, options);
    }

    internal static ProducerConfig Producer(KafkaAgentsOptions options)
    {
        var config = new ProducerConfig
        {
            Acks = Acks.All,
            EnableIdempotence = true,
            EnableGaplessGuarantee = true,
            LingerMs = 2,
            MessageTimeoutMs = 30_000,
            MessageMaxBytes = options.MaxMessageBytes + 10_000,
            CompressionType = CompressionType.None,
        };
        return Common(config, options);
    }

    /// <summary>Finds out which topics are there, and makes those that are missing.</summary>
    internal static async Task PrepareTopicsAsync(KafkaAgentsOptions options, IReadOnlyCollection<string> topics)
    {
        using var admin = new AdminClientBuilder(Common(new AdminClientConfig(), options)).SetLogHandler(static (_, _) => { }).SetErrorHandler(static (_, _) => { }).Build();
        try
        {
            _ = admin.GetMetadata(Patience);
        }
        catch (KafkaException exception)
        {
            throw new CommerceException(
                CommerceErrorKind.Unavailable,
                $"No broker answers at {options.BootstrapServers} ({exception.Error.Reason}): are they running, and is {nameof(KafkaAgentsOptions.BootstrapServers)} right?",
                exception);
        }

        // A topic that is asked for by name may come into being with that, where the brokers are set up so.
        var missing = topics.Where(topic => admin.GetMetadata(topic, Patience).Topics.Any(found => found.Error.IsError)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        if (!options.CreateTopics)
        {
            throw new CommerceException(
                CommerceErrorKind.NotFound, $"These topics are missing: {string.Join(", ", missing)}. Create them, or set {nameof(KafkaAgentsOptions.CreateTopics)}.");
        }

        try
        {
            await admin.CreateTopicsAsync(missing.Select(topic => Specification(topic, options))).ConfigureAwait(false);
        }
        catch (CreateTopicsException exception) when (exception.Results.TrueForAll(static result => result.Error.Code is ErrorCode.NoError or ErrorCode.TopicAlreadyExists))
        {
            // Another process that started at the same time was faster.
        }
        catch (KafkaException exception)
        {
            throw new CommerceException(
                CommerceErrorKind.Unavailable, $"The topics {string.Join(", ", missing)} could not be created: {exception.Error.Reason}", exception);
        }
    }

    internal static TopicSpecification Specification(string topic, KafkaAgentsOptions options) => new()
    {
        Name = topic,
        NumPartitions = options.Partitions,
        ReplicationFactor = (short)options.ReplicationFactor,
        Configs = new Dictionary<string, string>
        {
            ["min.insync.replicas"] = Math.Max(options.ReplicationFactor - 1, 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["retention.ms"] = ((long)options.Retention.TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["cleanup.policy"] = "delete",
            ["max.message.bytes"] = (options.MaxMessageBytes + 10_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

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
