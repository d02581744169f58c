using Commerce.Agents;
using Commerce.Integration.Servers;
using Confluent.Kafka;

namespace Commerce.Integration.Kafka;

/// <summary>What all tests over the mock cluster share.</summary>
internal static class KafkaTests
{
    /// <summary>The mock does not wake a waiting fetch, makes topics by itself, and lets a group wait for its members.</summary>
    internal static void Configure(KafkaAgentsOptions options, KafkaMock kafka)
    {
        options.BootstrapServers = kafka.BootstrapServers;
        options.CreateTopics = false;
        options.ConfigureClient = client =>
        {
            if (client is ConsumerConfig consumer)
            {
                consumer.FetchWaitMaxMs = 20;
                consumer.SessionTimeoutMs = 6_000;
                consumer.HeartbeatIntervalMs = 500;
            }
        };
    }
}
