using Commerce.Agents;
using Commerce.Integration.Servers;
using Confluent.Kafka;

namespace Commerce.Integration.Kafka;

/// <summary>What all tests over the mock cluster share.</summary>
internal static class KafkaTests
{
    /// <summary>PostgreSQL with Kafka, for one process at a time, whose successor takes its place in the group.</summary>
    internal static async Task<Action<AgentsBuilder>?> StorageAsync(KafkaMock kafka)
    {
        var postgres = await PostgreSql.Storage.CreateAsync();
        return agents =>
        {
            postgres!(agents);
            agents.UseKafka(options => Configure(options, kafka, "only"));
        };
    }

    /// <summary>A dead process is missed after a short while.</summary>
    internal static void Configure(KafkaAgentsOptions options, KafkaMock kafka, string? instance = null) =>
        KafkaMock.Configure(options, kafka.BootstrapServers, consumer =>
        {
            consumer.SessionTimeoutMs = 2_500;
            consumer.HeartbeatIntervalMs = 300;
            consumer.GroupInstanceId = instance;
        });

    /// <summary>The mock makes a topic when it is asked for it, and none when it is told to.</summary>
    internal static void MakeTopics(KafkaMock kafka, params string[] topics)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.BootstrapServers }).Build();
        foreach (var topic in topics)
        {
            _ = admin.GetMetadata(topic, TimeSpan.FromSeconds(10));
        }
    }
}
